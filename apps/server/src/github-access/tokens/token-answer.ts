import type { ReadData, TokenReport as TokenAnswer } from '@throughline/contract';
import { judgePermissions, type OrganisationSeen, type RateSeen } from '@throughline/github';
import { findObstacle, type Holder, toConnectable } from '../connecting/organisation-obstacle.ts';
import { toAppData } from '../credentials/permissions-held.ts';
import type { TestedToken } from './tested-token.client.ts';
import { toAccountKind, toCredentialKind } from './token-kind.ts';
import { toNotices } from './token-notices.ts';

interface Asked {
  /** What shall be read with the token. */
  readonly data: readonly ReadData[];
  /** The connections that organisations have already, by GitHub's id. */
  readonly connectedAs: ReadonlyMap<number, string>;
  readonly now: Date;
}

/** What testing a token, or a sign-in, showed, for the page. */
export function toTokenAnswer(tested: TestedToken, { data, connectedAs, now }: Asked): TokenAnswer {
  const { credentialId, host, report, registration } = tested;
  const login = report.account?.login ?? 'an app';
  const isSignIn = registration !== undefined;
  const kind = isSignIn ? 'oauth-token' : toCredentialKind(report.tokenKind);
  const holder: Holder = { webUrl: host.baseUrl, kind, clientId: registration?.clientId };
  return {
    way: isSignIn ? 'oauth' : 'token',
    credentialId,
    hostId: host.hostId,
    hostName: host.name,
    sentence: `Successfully connected via ${login}.`,
    login,
    accountKind: toAccountKind(report),
    accountKindReason: toReason(report.identity),
    kind,
    ...(report.scopes === undefined ? {} : { scopes: [...report.scopes] }),
    ...(report.expiresAt === undefined ? {} : { endsAt: report.expiresAt.toISOString() }),
    organisations: report.organisations.map((seen) => ({
      ...toOrganisation(seen),
      ...toConnectable({
        credentialId,
        obstacle: findObstacle(seen, holder),
        connectedAs: connectedAs.get(seen.githubId),
      }),
    })),
    buckets: report.rates.flatMap(toBucket),
    findings: [...toFindings(report, data)],
    notices: [...toNotices(tested, now)],
    apart: {
      personal: [...report.apart.personal],
      outside: [...report.apart.outside],
      isWhole: report.apart.isWhole,
    },
  };
}

type Report = TestedToken['report'];

const toReason = ({ kind, evidence }: Report['identity']): string => {
  const because = evidence.length === 0 ? '' : `, because ${evidence.join(' and ')}`;
  switch (kind) {
    case 'person':
      return 'This looks like a person’s account: reading ends when they leave. A service account, a user of its own that is a member of the organisation, outlives whoever leaves.';
    case 'service-account':
      return `This looks like a service account${because}.`;
    case 'bot':
    case 'installation':
      return `This belongs to an app${because}.`;
  }
};

type OrganisationAnswer = TokenAnswer['organisations'][number];

const toOrganisation = ({ login, githubId, role, sees }: OrganisationSeen): OrganisationAnswer => ({
  login,
  githubId,
  role: role === 'unknown' ? 'none' : role,
  ...(sees === undefined ? {} : toSeen(sees)),
});

function toSeen(sees: NonNullable<OrganisationSeen['sees']>): Pick<OrganisationAnswer, 'sees' | 'reach'> {
  const { all, private: privateSeen, privateTotal, chosen } = sees;
  const hidden = privateTotal === undefined ? undefined : Math.max(0, privateTotal - privateSeen);
  return {
    sees: { all, private: privateSeen, ...(hidden === undefined ? {} : { hidden }) },
    ...(chosen === undefined ? {} : { reach: { kind: 'chosen', repositories: chosen } }),
  };
}

function* toFindings(report: Report, data: readonly ReadData[]): Iterable<TokenAnswer['findings'][number]> {
  const wanted = [...toAppData(data), 'webhooks' as const];
  for (const { kind, data: about, permission, consequence } of judgePermissions(report, wanted)) {
    yield { kind, data: about, permission, ...(consequence === undefined ? {} : { consequence }) };
  }
  const roles = report.organisations.map(({ role }) => role);
  if (roles.includes('member') && !roles.includes('owner')) {
    yield {
      kind: 'missing',
      data: 'what only an owner can do.',
      consequence:
        'None of it is needed to read: webhooks of the organisation, and letting apps and tokens in, take one of its owners.',
    };
  }
}

function toBucket(rate: RateSeen): TokenAnswer['buckets'] {
  if (rate.resource === 'search') return [];
  if (rate.kind === 'unlimited') return [{ resource: rate.resource }];
  const { limit, remaining, resetAt } = rate.snapshot;
  return [{ resource: rate.resource, limit, remaining, resetAt: resetAt.toISOString() }];
}
