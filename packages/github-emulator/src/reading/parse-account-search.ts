import type { AccountRecord, AccountSearchQuery } from '../world/model.ts';

export type AccountSearch =
  | { readonly kind: 'query'; readonly query: AccountSearchQuery }
  | { readonly kind: 'unserved'; readonly qualifier: string };

const fieldNames = ['login', 'name', 'email'] as const;

/** GitHub's user search: words, `in:login|name|email`, `type:user|org`. Other qualifiers are not emulated. */
export function parseAccountSearch(text: string): AccountSearch {
  const words: string[] = [];
  const fields = new Set<(typeof fieldNames)[number]>();
  let kinds: readonly AccountRecord['kind'][] = ['User', 'Organization'];
  for (const word of text.trim().split(/\s+/)) {
    const [, qualifier, value = ''] = /^([a-z-]+):(.+)$/i.exec(word) ?? [];
    const field = fieldNames.find((name) => qualifier === 'in' && name === value);
    if (qualifier === undefined) words.push(word.replaceAll('"', ''));
    else if (field !== undefined) fields.add(field);
    else if (qualifier === 'type' && value === 'user') kinds = ['User'];
    else if (qualifier === 'type' && value === 'org') kinds = ['Organization'];
    else return { kind: 'unserved', qualifier: `${qualifier}:` };
  }
  const chosen = fields.size === 0 ? {} : { fields: [...fields] };
  return { kind: 'query', query: { text: words.join(' '), kinds, ...chosen } };
}
