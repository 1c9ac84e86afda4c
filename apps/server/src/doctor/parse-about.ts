import { type GithubAddress, parseGithubAddress } from '../reports/index.ts';

/** What somebody asks about. */
export type About =
  | {
      readonly kind: 'repository';
      readonly host: string | undefined;
      readonly owner: string;
      readonly name: string;
      /** Of a pull request in it. */
      readonly number: number | undefined;
    }
  | { readonly kind: 'account'; readonly host: string | undefined; readonly login: string }
  /** A person by the name of their page here; `me` is the reader. */
  | { readonly kind: 'person'; readonly slug: string }
  | { readonly kind: 'nothing'; readonly reason: string };

/**
 * Reads `owner/name`, `owner/name#12`, `@login`, any address at GitHub, and addresses of our own pages (`/gh/…`,
 * `/people/…`), the latter with or without our origin.
 */
export function parseAbout(given: string, ours: string, knownHosts: readonly string[] = []): About {
  const text = toGiven(given.trim(), ours);
  const person = /^\/people\/([^/?#]+)/.exec(text)?.[1];
  if (person !== undefined) return { kind: 'person', slug: decode(person) };
  const github = text
    .replace(/^\/gh\//, '')
    .replace(/^([\w.-]+\/[\w.-]+)#(\d+)$/, '$1/pull/$2')
    .replace(/^@/, '');
  return toAbout(parseGithubAddress(github, knownHosts));
}

/** Without our own origin: `https://throughline.example.com/gh/…` is `/gh/…`. */
const toGiven = (text: string, ours: string): string =>
  text.toLowerCase().startsWith(`${ours.toLowerCase()}/`) ? text.slice(ours.length) : text;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function toAbout(address: GithubAddress): About {
  switch (address.kind) {
    case 'nothing':
      return address;
    case 'account':
      return { kind: 'account', host: address.host, login: address.login };
    case 'pull-request':
      return { ...toRepository(address), number: address.number };
    case 'repository':
    case 'git-commit':
      return { ...toRepository(address), number: undefined };
  }
}

const toRepository = ({
  host,
  repository: { owner, name },
}: Extract<GithubAddress, { readonly repository: unknown }>) =>
  ({ kind: 'repository', host, owner, name }) as const;

/** What was understood, as it is shown. */
export function toSubjectWords(about: About): string {
  switch (about.kind) {
    case 'repository':
      return `${about.owner}/${about.name}${about.number === undefined ? '' : ` #${about.number}`}`;
    case 'account':
      return `@${about.login}`;
    case 'person':
      return about.slug;
    case 'nothing':
      return '';
  }
}
