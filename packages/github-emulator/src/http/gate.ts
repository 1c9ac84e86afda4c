import type { Emulator } from '../emulator.ts';
import { anonymousOwner } from '../limits/primary.ts';
import { listApiVersions } from '../model/versions.data.ts';
import type { Authentication } from '../tokens/authenticate.ts';
import type { Viewer } from '../tokens/viewer.ts';
import { type Charged, type Exchange, uncharged } from './exchange.ts';
import { GitHubError, toErrorBody } from './github-error.ts';
import type { Outcome } from './ledger.ts';
import { jsonAnswer } from './message.ts';
import { toRateHeaders } from './response-headers.ts';

export type Gate =
  | { readonly kind: 'open'; readonly viewer: Viewer; readonly apiVersion: string }
  | { readonly kind: 'closed'; readonly charged: Charged };

/** What every request must show before anything else: a User-Agent, a known version, good credentials. */
export function passGate(exchange: Exchange): Gate {
  const { emulator, incoming } = exchange;
  if ((incoming.header('user-agent') ?? '') === '') return missingUserAgent();
  const supported = listApiVersions(emulator.shape, emulator.enterpriseVersion);
  const apiVersion = incoming.header('x-github-api-version') ?? supported[0] ?? '';
  if (!supported.includes(apiVersion)) {
    const message = `The REST API version "${apiVersion}" is not supported. Supported versions: ${supported.join(', ')}.`;
    return refuse(new GitHubError(400, message, { documentation: 'rest/overview/api-versions' }), 'refused');
  }
  const authentication = emulator.authenticate(incoming.header('authorization'));
  if (authentication.kind === 'known') return { kind: 'open', viewer: authentication.viewer, apiVersion };
  return refuse(toAuthenticationError(authentication), 'bad-credentials', anonymousRateHeaders(emulator));
}

function toAuthenticationError(authentication: Exclude<Authentication, { kind: 'known' }>): GitHubError {
  if (authentication.kind === 'refused')
    return new GitHubError(authentication.status, authentication.message);
  return authentication.kind === 'locked'
    ? new GitHubError(403, 'Maximum number of login attempts exceeded. Please try again later.')
    : new GitHubError(401, 'Bad credentials');
}

function refuse(error: GitHubError, outcome: Outcome, headers: Record<string, string> = {}): Gate {
  const charged = uncharged(jsonAnswer(error.status, toErrorBody(error), headers), outcome);
  return { kind: 'closed', charged };
}

function missingUserAgent(): Gate {
  const body =
    'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\n';
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return { kind: 'closed', charged: uncharged({ status: 403, headers, body }, 'refused') };
}

function anonymousRateHeaders(emulator: Emulator): Record<string, string> {
  return emulator.settings.hasLimits ? toRateHeaders(emulator.primary.read(anonymousOwner, 'core')) : {};
}
