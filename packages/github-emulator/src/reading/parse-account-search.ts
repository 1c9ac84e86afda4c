import type { AccountSearchQuery } from '../world/model.ts';

export type AccountSearch =
  | { readonly kind: 'query'; readonly query: AccountSearchQuery }
  | { readonly kind: 'unserved'; readonly qualifier: string };

const fieldNames = ['login', 'name', 'email'] as const;

type Term =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'field'; readonly field: (typeof fieldNames)[number] }
  | { readonly kind: 'type'; readonly accountKind: 'User' | 'Organization' }
  | { readonly kind: 'unserved'; readonly qualifier: string };

/** GitHub's user search: words, `in:login|name|email`, `type:user|org`. Other qualifiers are not emulated. */
export function parseAccountSearch(text: string): AccountSearch {
  const terms = text.trim().split(/\s+/).map(parseTerm);
  const unserved = terms.find((term) => term.kind === 'unserved');
  if (unserved !== undefined) return unserved;
  const words = terms.flatMap((term) => (term.kind === 'word' ? [term.word] : []));
  const fields = terms.flatMap((term) => (term.kind === 'field' ? [term.field] : []));
  const kinds = terms.flatMap((term) => (term.kind === 'type' ? [term.accountKind] : []));
  const query: AccountSearchQuery = {
    text: words.join(' '),
    kinds: kinds.length === 0 ? ['User', 'Organization'] : kinds,
    ...(fields.length === 0 ? {} : { fields }),
  };
  return { kind: 'query', query };
}

function parseTerm(term: string): Term {
  const [, qualifier, value = ''] = /^([a-z-]+):(.+)$/i.exec(term) ?? [];
  if (qualifier === undefined) return { kind: 'word', word: term.replaceAll('"', '') };
  const field = fieldNames.find((name) => qualifier === 'in' && name === value);
  if (field !== undefined) return { kind: 'field', field };
  if (term === 'type:user') return { kind: 'type', accountKind: 'User' };
  if (term === 'type:org') return { kind: 'type', accountKind: 'Organization' };
  return { kind: 'unserved', qualifier: `${qualifier}:` };
}
