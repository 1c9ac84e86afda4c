import { inspectToken, type TokenReport } from '@throughline/github';
import { recordAudit, type Viewer } from '../access/index.ts';
import { insertCredential } from './credentials.sql.ts';
import type { AccessDependencies } from './dependencies.ts';
import { asking } from './github-error.ts';
import { type Host, type NewHost, upsertHost } from './hosts.sql.ts';
import { checkNotBlocked } from './quota.sql.ts';
import { toAccountKind, toBucketOwner, toCredentialKind } from './token-kind.ts';

/** A token that works, kept for the connection that follows. */
export interface TestedToken {
  readonly credentialId: number;
  readonly host: Host;
  readonly report: TokenReport;
}

/**
 * Asks GitHub everything about a token, then seals and stores it with what was learnt. A token that does not work
 * throws what GitHub said of it, and nothing is kept.
 */
export async function keepTestedToken(
  deps: AccessDependencies,
  given: NewHost,
  token: string,
  viewer: Pick<Viewer, 'userId'>,
): Promise<TestedToken> {
  const report = await inspectMasked(deps, given, token);
  return deps.database.transaction(async (tx) => {
    const host = await upsertHost(tx, given);
    const credentialId = await insertCredential(tx, deps.secretBox, {
      hostId: host.hostId,
      kind: toCredentialKind(report.tokenKind),
      secret: token,
      bucketOwner: toBucketOwner(report),
      login: report.account?.login ?? 'an app',
      accountKind: toAccountKind(report),
      organisations: report.organisations.map(({ githubId, login }) => ({ githubId, login })),
      scopes: report.scopes,
      endsAt: report.expiresAt,
      createdBy: viewer.userId,
    });
    await recordAudit(tx, {
      actorUserId: viewer.userId,
      action: 'credential.tested',
      subject: `credential:${credentialId}`,
      detail: { host: host.name, kind: toCredentialKind(report.tokenKind) },
    });
    return { credentialId, host, report };
  });
}

/** Until it is sealed, nobody but this call knows that the text is a secret: the log masks it from here on. */
async function inspectMasked(deps: AccessDependencies, given: NewHost, token: string): Promise<TokenReport> {
  const forget = isSecret(token) ? deps.secretMask.register(token) : undefined;
  try {
    const client = await deps.clients.forToken(given, token);
    const onOwner = (owner: Pick<TokenReport, 'account'>) =>
      checkNotBlocked(deps.database, given.baseUrl, toBucketOwner(owner));
    return await asking(() => inspectToken(client, { onOwner }));
  } finally {
    forget?.();
  }
}

/** What is shorter would blot words out of the log. */
const isSecret = (token: string): boolean => token.length >= 8;
