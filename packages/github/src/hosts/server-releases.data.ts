/** A release line of Enterprise Server: until when GitHub mends it, and what of what is asked for it does not have. */
export interface ServerRelease {
  readonly line: string;
  /** The last day of GitHub's support (GitHub, "GitHub Enterprise Server releases"). */
  readonly supportedUntilOn: string;
  /** In words. What a question lacks is found by asking the host's schema; this is for people. */
  readonly lacks: readonly string[];
}

/** Older ones than this lack what is relied on. */
export const oldestServerLine = '3.20';

const revocation = 'revoking leaked tokens by its API';
const newestApi = 'version 2026-03-10 of the REST API';

/** The lines that GitHub supports, or did lately. */
export const serverReleases: readonly ServerRelease[] = [
  {
    line: '3.19',
    supportedUntilOn: '2026-12-09',
    lacks: ['events of projects in timelines', 'sub-issues', 'kinds of issues', revocation, newestApi],
  },
  { line: '3.20', supportedUntilOn: '2027-03-17', lacks: [newestApi] },
  { line: '3.21', supportedUntilOn: '2027-06-11', lacks: [] },
  { line: '3.22', supportedUntilOn: '2027-08-25', lacks: [] },
];
