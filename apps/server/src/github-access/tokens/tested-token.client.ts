import { type GitHubClient, inspectToken, type TokenReport } from '@throughline/github';
import { recordAudit, type Viewer } from '../../access/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { insertCredential, saveLook } from '../credentials/credentials.sql.ts';
import { getCredential } from '../credentials/get-credential.sql.ts';
import { findRegistration, type Registration } from '../credentials/registrations.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import {
  type Host,
  loadKnownOrganisations,
  type NewHost,
  noteHostVersion,
  upsertHost,
} from '../hosts/hosts.sql.ts';
import { checkNotBlocked } from '../quota/quota-gate.sql.ts';
import { withMasked } from '../with-masked.ts';
import { toAccountKind, toBucketOwner, toCredentialKind } from './token-kind.ts';

/** A token that works, kept for the connection that follows. */
export interface TestedToken {
  readonly credentialId: number;
  readonly host: Host;
  readonly report: TokenReport;
  /** The OAuth app it came by; undefined for a token that somebody pasted. */
  readonly registration: Registration | undefined;
  /** Organisations that somebody named and GitHub shows this token nothing of. */
  readonly notFound: readonly string[];
}

interface Given {
  readonly host: NewHost;
  readonly token: string;
  readonly registration?: Registration;
}

/**
 * Asks GitHub everything about a token, then seals and stores it with what was learnt. A token that does not work
 * throws what GitHub said of it, and nothing is kept.
 */
export async function keepTestedToken(
  deps: AccessDependencies,
  { host: given, token, registration }: Given,
  viewer: Pick<Viewer, 'userId'>,
): Promise<TestedToken> {
  // Until it is sealed, nobody but this call knows that the text is a secret.
  const report = await withMasked(deps, [token], async () =>
    inspect(deps, { client: await deps.clients.forToken(given, token), host: given, named: [] }),
  );
  const kind = toCredentialKind(report.tokenKind);
  return deps.database.transaction(async (tx) => {
    const host = await upsertHost(tx, given);
    await noteHostVersion(tx, host, report.serverVersion);
    const credentialId = await insertCredential(tx, deps.secretBox, {
      ...toLook(report),
      hostId: host.hostId,
      kind: registration === undefined ? kind : 'oauth-token',
      secret: token,
      bucketOwner: toBucketOwner(report),
      login: report.account?.login ?? 'an app',
      accountKind: toAccountKind(report),
      createdBy: viewer.userId,
      registrationId: registration?.registrationId,
    });
    await recordAudit(tx, {
      actorUserId: viewer.userId,
      action: 'credential.tested',
      subject: `credential:${credentialId}`,
      detail: { host: host.name, kind: registration === undefined ? kind : 'oauth-token' },
    });
    return { credentialId, host, report, registration, notFound: [] };
  });
}

/** Looks at a kept token again, also at organisations that somebody names. An App's installation is no such token. */
export async function lookAgainAt(
  deps: AccessDependencies,
  credentialId: number,
  named: readonly string[],
): Promise<TestedToken> {
  const { host, credential } = await getCredential(deps.database, credentialId);
  if (credential.kind === 'app-installation') throw notFound();
  const client = await deps.clients.forCredential(host, credential);
  const report = await inspect(deps, { client, host, named });
  await saveLook(deps.database, credentialId, toLook(report));
  await noteHostVersion(deps.database, host, report.serverVersion);
  const { registrationId } = credential;
  const registration =
    registrationId === undefined ? undefined : await findRegistration(deps.database, registrationId);
  const seen = new Set(report.organisations.map(({ login }) => login.toLowerCase()));
  return {
    credentialId,
    host,
    report,
    registration,
    notFound: named.filter((login) => !seen.has(login.toLowerCase())),
  };
}

const toLook = ({ organisations, scopes, expiresAt, probe }: TokenReport) => ({
  organisations: organisations.map(({ githubId, login, role }) => ({
    githubId,
    login,
    ...(role === 'unknown' ? {} : { role }),
  })),
  probe,
  scopes,
  endsAt: expiresAt,
});

interface Inspecting {
  readonly client: GitHubClient;
  readonly host: NewHost;
  /** What somebody asks for by name is told even where it is nothing of theirs. */
  readonly named: readonly string[];
}

/** Organisations that are known here are looked at besides: GitHub's lists leave out in silence what keeps a token out. */
async function inspect(
  { database }: AccessDependencies,
  { client, host, named }: Inspecting,
): Promise<TokenReport> {
  const known = await loadKnownOrganisations(database, host);
  const onOwner = (owner: Pick<TokenReport, 'account'>) =>
    checkNotBlocked(database, host.baseUrl, toBucketOwner(owner));
  const report = await asking(() => inspectToken(client, { onOwner, named: [...named, ...known] }));
  const asked = new Set(named.map((login) => login.toLowerCase()));
  const isTold = ({ login, role, sso, refusal }: TokenReport['organisations'][number]): boolean =>
    role !== 'unknown' ||
    sso === 'required' ||
    refusal !== undefined ||
    asked.has(login.toLowerCase()) ||
    !known.includes(login);
  return { ...report, organisations: report.organisations.filter(isTold) };
}
