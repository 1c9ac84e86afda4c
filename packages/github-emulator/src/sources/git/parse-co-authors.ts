import type { GitPerson } from './git-entry.ts';

/** People of `Co-authored-by` trailers, whatever their case; each e-mail once. */
export function parseCoAuthors(message: string, at: string): readonly GitPerson[] {
  const found = Array.from(message.matchAll(/^co-authored-by:\s*(.*?)\s*<([^<>\s]+)>\s*$/gim), (match) => ({
    name: match[1] ?? '',
    email: match[2] ?? '',
    at,
  }));
  return [...new Map(found.map((person) => [person.email.toLowerCase(), person])).values()];
}
