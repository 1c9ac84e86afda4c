import type { QuotaLane, QuotaRequest, QuotaResource } from '../quota/quota-gate.ts';

/** What the quota plug-in needs to know of a request Octokit is about to send. */
export interface SentRequest {
  readonly url: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/** Which bucket a request draws from, and how much is expected of it. */
export function toQuotaRequest(sent: SentRequest, graphqlUrl: string, lane: QuotaLane): QuotaRequest {
  const points = sent.request['points'];
  return {
    resource: toResource(sent.url, graphqlUrl),
    lane,
    points: typeof points === 'number' ? points : 1,
  };
}

function toResource(url: string, graphqlUrl: string): QuotaResource {
  if (url === graphqlUrl) return 'graphql';
  return url.startsWith('/search/') ? 'search' : 'core';
}
