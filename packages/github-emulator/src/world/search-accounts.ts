import type { AccountRecord, AccountSearchQuery } from './model.ts';

const everyField = ['login', 'name', 'email'] as const;

/** Accounts whose fields hold every word of the text, whatever its case: whole field first, then its start, then inside. */
export function searchAccounts(
  accounts: Iterable<AccountRecord>,
  query: AccountSearchQuery,
): readonly AccountRecord[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const fields = query.fields ?? everyField;
  const found: { account: AccountRecord; rank: number }[] = [];
  for (const account of accounts) {
    if (query.kinds !== undefined && !query.kinds.includes(account.kind)) continue;
    const rank = rankOf(
      fields.map((field) => account[field]?.toLowerCase() ?? ''),
      words,
    );
    if (rank !== undefined) found.push({ account, rank });
  }
  found.sort((left, right) => left.rank - right.rank || left.account.id - right.account.id);
  return found.map(({ account }) => account);
}

function rankOf(values: readonly string[], words: readonly string[]): number | undefined {
  if (!words.every((word) => values.some((value) => value.includes(word)))) return undefined;
  const text = words.join(' ');
  if (values.includes(text)) return 0;
  return values.some((value) => value.startsWith(text)) ? 1 : 2;
}
