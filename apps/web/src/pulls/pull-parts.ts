import type { PullRequestRow } from '@throughline/contract';

/** The parts of a pull request's address. */
export interface PullParts {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** "acme/api #412" */
export const toPullName = ({ owner, name, number }: PullParts): string => `${owner}/${name} #${number}`;

/** As the address of a list holds the one that is looked into: `github.com/acme/api/412`. */
export const toPeek = ({ repository: { hostName, fullName }, number }: PullRequestRow): string =>
  `${hostName}/${fullName}/${number}`;

/** Reads what `toPeek` wrote; undefined for anything else. */
export function parsePeek(text: string): PullParts | undefined {
  const match = /^(?<host>[^/]+)\/(?<owner>[^/]+)\/(?<name>[^/]+)\/(?<number>\d{1,9})$/.exec(text);
  const { host, owner, name, number } = match?.groups ?? {};
  if (host === undefined || owner === undefined || name === undefined) return undefined;
  return { host, owner, name, number: Number(number) };
}

/** The page of a pull request. */
export const toPullPath = ({ host, owner, name, number }: PullParts): string =>
  `/gh/${[host, owner, name].map(encodeURIComponent).join('/')}/pull/${number}`;
