import type { AccountRecord, OrganisationRecord, TeamRecord, World } from './model.ts';

/** Something done to one team of an organisation while the world stands still. `team` is its slug. */
export type TeamEdit = { readonly organisation: string; readonly team: string } & (
  | { readonly kind: 'joined' | 'left'; readonly login: string }
  | { readonly kind: 'nested'; readonly in: string | null }
  | { readonly kind: 'deleted' }
);

/** An edit by the organisation's id, which stays when its login changes. */
export type PlacedTeamEdit = TeamEdit & { readonly organisationId: number };

/** The organisations with the edits made, in their order. */
export const applyTeamEdits = (
  organisations: readonly OrganisationRecord[],
  edits: readonly PlacedTeamEdit[],
  findAccount: World['findAccountByLogin'],
): readonly OrganisationRecord[] =>
  organisations.map((organisation) =>
    edits
      .filter((edit) => edit.organisationId === organisation.account.id)
      .reduce((edited, edit) => applyEdit(edited, edit, findAccount), organisation),
  );

function applyEdit(
  organisation: OrganisationRecord,
  edit: TeamEdit,
  findAccount: World['findAccountByLogin'],
): OrganisationRecord {
  const { teams } = organisation;
  const change = (make: (team: TeamRecord) => TeamRecord): OrganisationRecord => ({
    ...organisation,
    teams: teams.map((team) => (team.slug === edit.team ? make(team) : team)),
  });
  switch (edit.kind) {
    case 'joined': {
      const account = findAccount(edit.login);
      return account === undefined ? organisation : change((team) => join(team, account));
    }
    case 'left':
      return change((team) => ({
        ...team,
        members: team.members.filter((one) => !isLogin(one.account, edit.login)),
      }));
    case 'nested': {
      const parent = teams.find(({ slug }) => slug === edit.in);
      return change((team) => ({ ...team, parentId: parent?.id }));
    }
    case 'deleted':
      return { ...organisation, teams: teams.filter(({ slug }) => slug !== edit.team) };
  }
}

const join = (team: TeamRecord, account: AccountRecord): TeamRecord => ({
  ...team,
  members: [...team.members.filter((one) => one.account.id !== account.id), { account, role: 'MEMBER' }],
});

const isLogin = (account: AccountRecord, login: string): boolean =>
  account.login.toLowerCase() === login.toLowerCase();
