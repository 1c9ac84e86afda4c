import { type WriteResult, writePullRequests } from '../../activity/index.ts';
import { noteAccountEmails, upsertAccounts } from '../../people/index.ts';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { AccountIds } from '../facts/account-ids.ts';
import { listAccountEmails } from '../facts/list-account-emails.ts';
import { listAccounts } from '../facts/list-accounts.ts';
import { type ReadPullRequest, toPullRequestFacts } from '../facts/to-pull-request-facts.ts';
import { askAgain } from './look-again.sql.ts';
import { quarantine, resolveQuarantined, type Unreadable } from './quarantine.sql.ts';

/** What was read of a repository, to be written in one transaction. */
export interface Read {
  readonly repositoryId: number;
  readonly hostId: number;
  readonly pullRequests: readonly ReadPullRequest[];
  readonly unreadable: readonly Unreadable[];
  readonly observedAt: Date;
  /** Numbers of those that were asked for because they had been contradicted. */
  readonly decided: ReadonlySet<number>;
}

/** Writes what was read: accounts, then activity, then what of it needs another look. */
export async function writeRead(tx: Sql, box: SecretBox, read: Read): Promise<WriteResult> {
  const { repositoryId, observedAt } = read;
  const accountIds = await writeAccounts(tx, read);
  const result = await writePullRequests(tx, {
    repositoryId,
    pullRequests: read.pullRequests.map((one) =>
      toPullRequestFacts(one, {
        observedAt,
        accountIds,
        isLookup: read.decided.has(one.record.number),
      }),
    ),
  });
  await resolveQuarantined(tx, repositoryId, {
    keys: read.pullRequests.map(({ record }) => String(record.number)),
    nodeIds: read.pullRequests.map(({ record }) => record.nodeId),
  });
  await quarantine(tx, box, repositoryId, read.unreadable);
  await askAgain(tx, repositoryId, result.contradicted);
  return result;
}

async function writeAccounts(tx: Sql, { hostId, pullRequests, observedAt }: Read): Promise<AccountIds> {
  const records = pullRequests.map(({ record }) => record);
  const seen = listAccounts(records).map((account) => ({ ...account, observedAt }));
  const ids = await upsertAccounts(tx, hostId, seen);
  await noteAccountEmails(tx, listAccountEmails(records, ids));
  return ids;
}
