import { createHash } from 'node:crypto';
import type { AccountRecord } from './account-record.ts';
import { toNodeId } from './node-id.ts';

const unknownCreation = '2020-01-01T00:00:00Z';
const firstDerivedId = 1_000_000_000;

/** An account from what is known of it; without an id it gets one that depends on its kind and login alone. */
export function createAccount(known: Partial<AccountRecord> & Pick<AccountRecord, 'login'>): AccountRecord {
  const kind = known.kind ?? 'User';
  const id = known.id ?? toAccountId(`${kind}:${known.login.toLowerCase()}`);
  const createdAt = known.createdAt ?? unknownCreation;
  return {
    kind,
    id,
    nodeId: toNodeId({ kind: 'account', id, accountKind: kind }),
    login: known.login,
    name: known.name,
    email: known.email,
    verifiedEmails: known.verifiedEmails ?? (known.email === undefined ? [] : [known.email]),
    company: known.company,
    location: known.location,
    bio: known.bio,
    createdAt,
    updatedAt: known.updatedAt ?? createdAt,
  };
}

/** Stays in 32 bits, as account ids of GitHub's clients do, and above every id GitHub has given so far. */
function toAccountId(key: string): number {
  return firstDerivedId + (createHash('sha1').update(key).digest().readUInt32BE(0) % 2 ** 30);
}
