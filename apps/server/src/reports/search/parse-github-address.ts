/** What an address at GitHub is about. `host` is absent where only a path was given. */
export type GithubAddress =
  | {
      readonly kind: 'pull-request';
      readonly host?: string;
      readonly repository: Named;
      readonly number: number;
    }
  | {
      readonly kind: 'repository';
      readonly host?: string;
      readonly repository: Named;
      readonly part?: string;
    }
  | { readonly kind: 'git-commit'; readonly host?: string; readonly repository: Named; readonly oid: string }
  | { readonly kind: 'account'; readonly host?: string; readonly login: string }
  | { readonly kind: 'nothing'; readonly reason: string };

/** A repository by its owner and name. */
export interface Named {
  readonly owner: string;
  readonly name: string;
}

/** First segments that are pages of GitHub itself. */
const ownPages = new Set(
  `about account apps codespaces collections contact copilot customer-stories dashboard discussions enterprise events
   explore features issues join login logout marketplace new notifications pricing pulls readme search security
   sessions settings site sponsors stars team topics trending watching`.split(/\s+/),
);

/** Second segments after an owner and a name, as GitHub has them. */
const partsOfRepositories = new Set(
  `actions activity blame blob branches commit commits compare discussions edit forks graphs issues labels milestones
   network packages projects pull pulls pulse raw releases security settings stargazers tags tree watchers wiki`.split(
    /\s+/,
  ),
);

const loginPattern = /^(?=.{1,100}$)[a-z\d](?:[a-z\d]|[-_](?=[a-z\d]))*-?(?:\[bot\])?$/i;
const namePattern = /^(?!\.{1,2}$)[\w.-]{1,100}$/;
const oidPattern = /^[\da-f]{7,64}$/i;
const unknown =
  'This is no address of a repository, a pull request or a person at GitHub. Paste one as the browser shows it.';

/**
 * Reads any address of GitHub, github.com or another host, as the browser shows it, as git uses it or as the API has it;
 * with or without `https://`; what comes after the thing itself (`/files`, `?query`, `#discussion`) is left. A host whose
 * name has no dot, as the demo's, is told from an owner by the names given in small letters.
 */
export function parseGithubAddress(given: string, knownHosts: readonly string[] = []): GithubAddress {
  const text = given.trim().replace(/^<(.*)>$/, '$1');
  if (text.length > 2_000 || /[\s\p{Cc}]/u.test(text)) return { kind: 'nothing', reason: unknown };
  const { host, segments } = splitAddress(text, knownHosts);
  if (host?.startsWith('gist.') === true)
    return { kind: 'nothing', reason: 'This is a gist. Throughline reads no gists.' };
  return { ...readSegments(withoutPrefix(segments)), ...(host === undefined ? {} : { host }) };
}

interface Split {
  readonly host?: string;
  readonly segments: readonly string[];
}

/** `https://host/path`, `host/path`, `git@host:path`, `ssh://git@host/path` and a bare path. */
function splitAddress(text: string, knownHosts: readonly string[]): Split {
  const ssh = /^(?:[\w.-]+@)([^/:]+):(?!\/\/)(.+)$/.exec(text);
  return ssh === null
    ? splitUrl(text, knownHosts)
    : { host: toHost(ssh[1] ?? ''), segments: toSegments(ssh[2] ?? '') };
}

function splitUrl(text: string, knownHosts: readonly string[]): Split {
  const [, , rest = ''] = /^((?:https?|git|ssh|git\+ssh):\/{1,2})?(.*)$/i.exec(text) ?? [];
  const hasScheme = rest !== text;
  const segments = toSegments(rest.replace(/^[^/@]*@(?=[^/]+\/)/, ''));
  const [first = '', ...others] = segments;
  const isHost = hasScheme || looksLikeHost(first) || isHostOf(others, first, knownHosts);
  return isHost && first !== '' ? { host: toHost(first), segments: others } : { segments };
}

/** It has a dot or a port. */
const looksLikeHost = (name: string): boolean => /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$|^[\w.-]+:\d+$/.test(name);

/** An owner may be called as a host is: with a part of a repository in the third place it is the owner. */
const isHostOf = ([owner, name]: readonly string[], first: string, knownHosts: readonly string[]): boolean =>
  owner !== undefined &&
  name !== undefined &&
  !partsOfRepositories.has(name) &&
  knownHosts.includes(first.toLowerCase());

const toSegments = (path: string): readonly string[] =>
  path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** `www.github.com`, `api.github.com` and `raw.githubusercontent.com` are github.com. */
function toHost(given: string): string {
  const host = given.toLowerCase().replace(/\.$/, '').replace(/:443$/, '');
  if (/^(?:www|api|m|raw)\.github\.com$|^(?:raw|codeload)\.(?:githubusercontent|github)\.com$/.test(host))
    return 'github.com';
  return host.replace(/^api\.(?=.+\.ghe\.com$)/, '');
}

/** What stands before the owner in addresses of the API and of lists of people. */
function withoutPrefix(segments: readonly string[]): readonly string[] {
  const [first, second, third] = segments;
  if (first === 'api' && second === 'v3') return withoutPrefix(segments.slice(2));
  if (first === 'repos' && third !== undefined) return segments.slice(1);
  if ((first === 'users' || first === 'orgs' || first === 'enterprises') && second !== undefined)
    return [second];
  return segments;
}

function readSegments(segments: readonly string[]): GithubAddress {
  const [owner = '', given, ...rest] = segments;
  if (!loginPattern.test(owner.replace(/^@/, ''))) return { kind: 'nothing', reason: unknown };
  if (ownPages.has(owner.toLowerCase()))
    return { kind: 'nothing', reason: 'This is a page of GitHub itself, not of a repository or a person.' };
  if (given === undefined) return { kind: 'account', login: owner.replace(/^@/, '') };
  const name = given.replace(/\.git$/i, '');
  if (!namePattern.test(name)) return { kind: 'nothing', reason: unknown };
  return readWithin({ owner, name }, rest);
}

function readWithin(repository: Named, rest: readonly string[]): GithubAddress {
  const [part = '', what = ''] = rest;
  const number = ['pull', 'pulls', 'issues'].includes(part) ? toNumber(what) : undefined;
  if (number !== undefined) return { kind: 'pull-request', repository, number };
  const commit = what.replace(/\.(?:diff|patch)$/i, '');
  if (/^commits?$/.test(part) && oidPattern.test(commit))
    return { kind: 'git-commit', repository, oid: commit.toLowerCase() };
  return { kind: 'repository', repository, ...(part === '' ? {} : { part }) };
}

/** `12`, `12.diff`, `12.patch`. */
function toNumber(text: string): number | undefined {
  const digits = /^(\d{1,9})(?:\.(?:diff|patch))?$/i.exec(text)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
