/** What somebody looks for. */
export type Wanted =
  | { readonly kind: 'nothing' }
  /** `#412`, `412`, `api#412`, `acme/api #412`: `repository` is a part of its full name. */
  | { readonly kind: 'number'; readonly number: number; readonly repository: string }
  /** `@ada`: people and teams. */
  | { readonly kind: 'who'; readonly words: readonly string[] }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** More words narrow no further. */
const wordsAtMost = 6;

/** Understands what was typed into the palette or the page of search. */
export function parseSearch(typed: string): Wanted {
  const text = typed.replaceAll('\0', ' ').trim();
  const [, repository, digits] = /^(?:([\w.-]+(?:\/[\w.-]+)?)?\s*#|)(\d{1,9})$/.exec(text) ?? [];
  if (digits !== undefined) return { kind: 'number', number: Number(digits), repository: repository ?? '' };
  if (isAddress(text)) return { kind: 'address', address: text };
  const isWho = text.startsWith('@');
  const words = (isWho ? text.slice(1) : text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, wordsAtMost);
  if (words.length === 0) return { kind: 'nothing' };
  return { kind: isWho ? 'who' : 'words', words };
}

/** Somebody pasted one: it has a scheme, or a host and a path, or is a path to a thing within a repository. */
const isAddress = (text: string): boolean =>
  !/\s/.test(text) &&
  (/^(?:https?|ssh|git):\/|^git@/i.test(text) ||
    /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/.|^[\w.-]+:\d+\/./i.test(text) ||
    /^\/?[\w.-]+\/[\w.-]+\/(?:pull|issues|commit)\/\w/.test(text));

/** A pattern of `ilike` that finds a text anywhere. */
export const toPattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
