import { parseSearch } from './parse-search.ts';

/** What stands for a repository that a reader does not see. It names none, and matches nothing. */
export const hiddenRepository = 'not-visible';

export interface MaskedAddress {
  readonly address: string;
  readonly isPartlyHidden: boolean;
}

/** The repositories that an address names, without the sign of not. */
export const listRepositories = (address: string): readonly string[] =>
  parseSearch(address)
    .query.getAll('repo')
    .map((value) => value.replace(/^-/, ''));

/** An address as somebody may read it who sees only these repositories, by lower-case names and `owner/*`. */
export function maskAddress(address: string, isSeen: (fullName: string) => boolean): MaskedAddress {
  const { path, query } = parseSearch(address);
  const masked = new URLSearchParams();
  let isPartlyHidden = false;
  for (const [name, value] of query) {
    const isHidden = name === 'repo' && !isSeen(value.replace(/^-/, ''));
    isPartlyHidden ||= isHidden;
    masked.append(name, isHidden ? `${value.startsWith('-') ? '-' : ''}${hiddenRepository}` : value);
  }
  return { address: writeSearch(path, masked), isPartlyHidden };
}

/** An address as it is kept: what is looked into, and which view it came from, are no part of a view. */
export function toKeptAddress(address: string): string {
  const { path, query } = parseSearch(address);
  query.delete('peek');
  query.delete('view');
  return writeSearch(path, query);
}

function writeSearch(path: string, query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%40', '@');
  return text === '' ? path : `${path}?${text}`;
}
