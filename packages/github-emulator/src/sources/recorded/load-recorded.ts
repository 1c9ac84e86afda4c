import type { WorldSource } from '../../world/model.ts';
import { readRecordedBodies } from './read-recorded-bodies.ts';
import { toRecordedSource } from './to-recorded-source.ts';

/** The organisation a recorded repository is presented in; see `toRecordedOrganisation` for why. */
export const recordedOrganisationLogin = 'recorded-ants';

/**
 * The recorded repository in `folder` (the one that holds `_raw_github_api_pull_requests.csv`), served as
 * `recorded-ants/ants`; its name on GitHub, `panjf2000/ants`, redirects there.
 */
export async function loadRecorded(
  folder: string,
  options: { readonly organisation?: string } = {},
): Promise<WorldSource> {
  return toRecordedSource(
    await readRecordedBodies(folder),
    options.organisation ?? recordedOrganisationLogin,
  );
}
