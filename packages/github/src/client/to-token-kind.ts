/** By the prefix GitHub documents; length and alphabet after it are opaque. */
export type TokenKind =
  | 'classic'
  | 'fine-grained'
  | 'oauth'
  | 'app-user'
  | 'app-installation'
  /** Forty hexadecimal digits: a classic token from before April 2021, or of an old Enterprise Server. */
  | 'old-style'
  | 'unknown';

const prefixes: readonly (readonly [prefix: string, kind: TokenKind])[] = [
  ['github_pat_', 'fine-grained'],
  ['ghp_', 'classic'],
  ['gho_', 'oauth'],
  ['ghu_', 'app-user'],
  // Since 2026 up to about 520 characters with dots, dashes and underscores; forty before.
  ['ghs_', 'app-installation'],
];

/** What kind of token this is, by its beginning alone: what follows is GitHub's own affair. */
export function toTokenKind(token: string): TokenKind {
  const known = prefixes.find(([prefix]) => token.startsWith(prefix))?.[1];
  if (known !== undefined) return known;
  return /^[0-9a-f]{40}$/.test(token) ? 'old-style' : 'unknown';
}
