import { toHostUrls } from '@throughline/github';
import * as z from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Egress } from '../../platform/egress/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { ExaminedConnection } from './connection-subject.ts';
import type { HostHeard } from './examination.ts';

const hostTimeoutMs = 4_000;
const mostBytes = 1_000_000;

/** Without a credential, so that what a bad one would be told hides nothing of the host. */
export async function reachHost(
  { egress, clock }: { readonly egress: Egress; readonly clock: Clock },
  { host }: ExaminedConnection,
  signal: AbortSignal,
): Promise<HostHeard> {
  const { restUrl } = toHostUrls({ kind: host.kind, baseUrl: host.baseUrl });
  const address = `${restUrl}/meta`;
  const ask = egress.fetchFor({
    origins: [new URL(restUrl).origin],
    allowPrivateHosts: host.isPrivateAllowed,
    timeoutMs: hostTimeoutMs,
    maxBytes: mostBytes,
    ...(host.caCertificate === undefined ? {} : { caCertificate: host.caCertificate }),
  });
  try {
    const answer = await ask(address, {
      headers: { 'user-agent': 'throughline', accept: 'application/vnd.github+json' },
      signal,
    });
    return {
      kind: 'answered',
      address,
      status: answer.status,
      isGitHub: answer.headers.has('x-github-request-id') || answer.headers.has('x-github-media-type'),
      dateAt: parseDate(answer.headers.get('date')),
      version: answer.headers.get('x-github-enterprise-version') ?? undefined,
      heardAt: clock.now(),
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { kind: 'failed', address, text: thrown.message, codes: toCodes(thrown) };
  }
}

function parseDate(text: string | null): Date | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at);
}

function toCodes({ code, context }: AppError): readonly string[] {
  const codes = z.array(z.string()).safeParse(context?.['codes']);
  return codes.success && codes.data.length > 0 ? codes.data : [code];
}
