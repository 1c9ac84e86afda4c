import { createHash } from 'node:crypto';
import type { Agent } from 'undici';
import { createDispatcher, type Resolve, resolveBySystem } from './create-dispatcher.ts';
import { type AllowedHosts, defaultTimeoutMs, type EgressPolicy } from './egress-policy.ts';
import { type EgressRequest, exchange } from './exchange.ts';
import { toOriginRefusal } from './refusals.ts';

/** The part of `fetch` that is promised: whole answers, bodies read and checked to the end. */
export type EgressFetch = (url: string | URL, request?: EgressRequest) => Promise<Response>;

/** The only way out of this program. */
export interface Egress {
  /**
   * A `fetch` bound to one policy. Throws `AppError`: `address-refused`, `redirect-refused`, `github-unreachable`,
   * `github-unreadable`; an aborted signal throws its own reason.
   */
  fetchFor(policy: EgressPolicy): EgressFetch;
  /** Closes idle connections and waits for those in use. */
  close(): Promise<void>;
}

interface EgressOptions {
  /** Default: the system's resolver. */
  readonly resolve?: Resolve;
  readonly allow?: AllowedHosts;
}

export function createEgress({ resolve = resolveBySystem, allow = {} }: EgressOptions = {}): Egress {
  const agents = new Map<string, Agent>();

  const getAgent = (policy: EgressPolicy, isLoopbackAllowed: boolean): Agent => {
    const reach = { isPrivateAllowed: policy.allowPrivateHosts === true, isLoopbackAllowed };
    const timeoutMs = policy.timeoutMs ?? defaultTimeoutMs;
    const key = JSON.stringify([reach, timeoutMs, toDigest(policy.caCertificate)]);
    const known = agents.get(key);
    if (known !== undefined) return known;
    const agent = createDispatcher({ resolve, reach, timeoutMs, caCertificate: policy.caCertificate });
    agents.set(key, agent);
    return agent;
  };

  return {
    fetchFor(policy) {
      const loopbackOrigins = new Set([...(allow.loopbackOrigins ?? []), policy.exactLoopbackAddress]);
      return async (url, request = {}) => {
        const target = new URL(url);
        assertOrigin(target, policy, loopbackOrigins);
        const agent = getAgent(policy, loopbackOrigins.has(target.origin));
        return exchange({ target, request, agent, maxBytes: policy.maxBytes });
      };
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.close()));
    },
  };
}

/** Only named origins, and only over https but for the loopback ones. */
function assertOrigin(
  target: URL,
  policy: EgressPolicy,
  loopbackOrigins: ReadonlySet<string | undefined>,
): void {
  const isNamed = policy.origins.includes(target.origin);
  const isSafe = target.protocol === 'https:' || loopbackOrigins.has(target.origin);
  const isPlain = target.username === '' && target.password === '';
  if (!isNamed || !isSafe || !isPlain) throw toOriginRefusal(target.origin, policy.origins);
}

const toDigest = (text: string | undefined): string =>
  text === undefined ? '' : createHash('sha256').update(text).digest('base64');
