import { createHash, randomBytes } from 'node:crypto';

export interface Token {
  /** Given to its bearer once and kept nowhere. */
  readonly text: string;
  readonly hash: Buffer;
}

/** 256 random bits as 43 characters that are safe in addresses and cookies, and what is stored in their place. */
export function createToken(): Token {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: hashToken(text) };
}

/** SHA-256: enough for what cannot be guessed, and quick enough for every request. */
export const hashToken = (text: string): Buffer => createHash('sha256').update(text).digest();

/** How much of a key is kept, and shown to whoever has to recognise it: 36 of its 256 bits. */
const prefixLength = 'tl_'.length + 6;

/** A token that says by its beginning whose it is, so that scanners of leaked secrets and people recognise it. */
export function createKeyText(): Token & { readonly prefix: string } {
  const text = `tl_${createToken().text}`;
  return { text, hash: hashToken(text), prefix: text.slice(0, prefixLength) };
}
