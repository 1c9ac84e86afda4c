import type { Quota } from '../limits/primary.ts';
import type { SecondaryRefusal } from '../limits/secondary.ts';
import { type Charged, type SignedExchange, uncharged } from './exchange.ts';
import { GitHubError, toErrorBody } from './github-error.ts';
import { jsonAnswer } from './message.ts';
import { toRateHeaders } from './response-headers.ts';

/** The refusal a standing limit means for this request; undefined lets it through and counts it. */
export function findLimitRefusal(exchange: SignedExchange, isFree: boolean): Charged | undefined {
  const { emulator, owner, api, resource } = exchange;
  if (!emulator.settings.hasLimits) return undefined;
  const verdict = emulator.secondary.admit(owner, api, pointsOf(exchange));
  const quota = emulator.primary.read(owner, resource);
  if (verdict.kind === 'refused') return refuseSecondary(exchange, verdict, quota);
  if (isFree || quota.remaining > 0) return undefined;
  return api === 'graphql' ? refuseGraphql(exchange, quota) : refuseRest(exchange, quota);
}

/** Of the secondary limit: writing over REST counts five times. */
function pointsOf({ api, incoming }: SignedExchange): number {
  return api === 'graphql' || ['GET', 'HEAD', 'OPTIONS'].includes(incoming.method) ? 1 : 5;
}

function refuseSecondary(exchange: SignedExchange, refusal: SecondaryRefusal, quota: Quota): Charged {
  const message = `You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID ${exchange.requestId}.`;
  const error = new GitHubError(refusal.status, message, {
    documentation:
      'free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  });
  const retry: Record<string, string> =
    refusal.retryAfterSeconds === undefined ? {} : { 'retry-after': String(refusal.retryAfterSeconds) };
  const outgoing = jsonAnswer(refusal.status, toErrorBody(error), { ...toRateHeaders(quota), ...retry });
  return { ...uncharged(outgoing, 'secondary-limit'), isOffence: refusal.isOffence };
}

/** An earlier answer already said that nothing remained, so asking again is an offence. */
function refuseRest(exchange: SignedExchange, quota: Quota): Charged {
  const status = exchange.emulator.random() < 0.5 ? 403 : 429;
  const error = new GitHubError(status, `API rate limit exceeded for ${subjectOf(exchange)}.`, {
    documentation: 'rest/using-the-rest-api/rate-limits-for-the-rest-api',
  });
  const outgoing = jsonAnswer(status, toErrorBody(error), toRateHeaders(quota));
  return { ...uncharged(outgoing, 'primary-limit'), isOffence: true };
}

function refuseGraphql(exchange: SignedExchange, quota: Quota): Charged {
  const message = `API rate limit already exceeded for ${subjectOf(exchange)}.`;
  const body = { errors: [{ type: 'RATE_LIMITED', code: 'graphql_rate_limit', message }] };
  return { ...uncharged(jsonAnswer(200, body, toRateHeaders(quota)), 'primary-limit'), isOffence: true };
}

function subjectOf({ viewer }: SignedExchange): string {
  if (viewer.kind === 'anonymous') return '127.0.0.1';
  if (viewer.kind === 'client') return `client ID ${viewer.clientId}`;
  if (viewer.kind === 'app') return `app ID ${viewer.appId}`;
  const { token, account } = viewer;
  return token.kind === 'installation' ? `installation ID ${token.installationId}` : `user ID ${account.id}`;
}
