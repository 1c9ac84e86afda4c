/** True where pull requests are read of the connection of `repository_sync`. */
export const arePullRequestsOn = `not exists (
  select from v_switched_off
  where v_switched_off.connection_id = repository_sync.connection_id
    and v_switched_off.data = 'pull-requests')`;

/** True where files of pull requests are read of the connection of `repository_sync`. */
export const areFilesOn = `not exists (
  select from v_switched_off
  where v_switched_off.connection_id = repository_sync.connection_id
    and v_switched_off.data = 'files')`;
