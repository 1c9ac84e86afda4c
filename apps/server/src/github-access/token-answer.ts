import type { TokenReport as TokenAnswer } from '@throughline/contract';
import { judgePermissions, type OrganisationSeen, type RateSeen, type WantedData } from '@throughline/github';
import type { TestedToken } from './tested-token.client.ts';
import { toAccountKind, toCredentialKind } from './token-kind.ts';

/** What this version reads or would like to: each missing permission is shown with what it costs. */
const wanted: readonly WantedData[] = ['pull-requests', 'commits', 'issues', 'members', 'webhooks'];

/** What testing a token showed, for the page. `connectedAs` names the connections that organisations have already. */
export function toTokenAnswer(
  { credentialId, host, report }: TestedToken,
  connectedAs: ReadonlyMap<number, string>,
  now: Date,
): TokenAnswer {
  const login = report.account?.login ?? 'an app';
  return {
    credentialId,
    hostId: host.hostId,
    hostName: host.name,
    sentence: `Successfully connected via ${login}.`,
    login,
    accountKind: toAccountKind(report),
    accountKindReason: toReason(report.identity),
    tokenKind: toCredentialKind(report.tokenKind),
    ...(report.scopes === undefined ? {} : { scopes: [...report.scopes] }),
    ...(report.expiresAt === undefined ? {} : { endsAt: report.expiresAt.toISOString() }),
    organisations: report.organisations.map((seen) => toOrganisation(seen, connectedAs)),
    buckets: report.rates.flatMap(toBucket),
    findings: judgePermissions(report, wanted).map(({ kind, data, permission, consequence }) => ({
      kind,
      data,
      permission,
      ...(consequence === undefined ? {} : { consequence }),
    })),
    notices: [...toNotices(report, now)],
  };
}

type Report = TestedToken['report'];

const toReason = ({ kind, evidence }: Report['identity']): string => {
  const because = evidence.length === 0 ? '' : `, because ${evidence.join(' and ')}`;
  switch (kind) {
    case 'person':
      return 'This looks like a person’s account. A service account outlives whoever leaves.';
    case 'service-account':
      return `This looks like a service account${because}.`;
    case 'bot':
    case 'installation':
      return `This belongs to an app${because}.`;
  }
};

function toOrganisation(
  seen: OrganisationSeen,
  connectedAs: ReadonlyMap<number, string>,
): TokenAnswer['organisations'][number] {
  const connected = connectedAs.get(seen.githubId);
  return {
    login: seen.login,
    githubId: seen.githubId,
    role: seen.role === 'unknown' ? 'none' : seen.role,
    sso: seen.sso === 'required' ? 'required' : 'authorised',
    ...(seen.ssoUrl === undefined ? {} : { ssoUrl: seen.ssoUrl }),
    ...(connected === undefined ? {} : { connectedAs: connected }),
  };
}

function toBucket(rate: RateSeen): TokenAnswer['buckets'] {
  if (rate.resource === 'search') return [];
  if (rate.kind === 'unlimited') return [{ resource: rate.resource }];
  const { limit, remaining, resetAt } = rate.snapshot;
  return [{ resource: rate.resource, limit, remaining, resetAt: resetAt.toISOString() }];
}

const dayMs = 24 * 3600 * 1000;
const soonDays = 14;

function* toNotices(report: Report, now: Date): Iterable<string> {
  const hidden = report.organisationIdsHiddenBySso.length;
  if (hidden > 0) {
    yield `GitHub hides ${hidden} ${hidden === 1 ? 'organisation' : 'organisations'} from this token until it is authorised for single sign-on.`;
  }
  if (report.organisations.length === 0) {
    yield 'This token shows no organisation. Give it read:org, or make a fine-grained one that the organisation owns, then test again.';
  }
  const days =
    report.expiresAt === undefined
      ? undefined
      : Math.floor((report.expiresAt.getTime() - now.getTime()) / dayMs);
  if (days !== undefined && days < soonDays) {
    yield `This token ends in ${days} ${days === 1 ? 'day' : 'days'}. Reading stops then, until you replace it.`;
  }
}
