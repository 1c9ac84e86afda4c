import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { judgeAddresses, type Reach } from './judge-address.ts';
import { toAddressRefusal } from './refusals.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

interface DispatcherOptions {
  readonly resolve: Resolve;
  readonly reach: Reach;
  readonly caCertificate: string | undefined;
  readonly timeoutMs: number;
}

const connectTimeoutMs = 10_000;

export const resolveBySystem: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, order: 'verbatim' });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/**
 * An agent whose every connection goes to addresses that were checked in the same step: the name is resolved once,
 * each address judged, and the socket gets those addresses, not the name. An address given as such takes the same check.
 */
export function createDispatcher({ resolve, reach, caCertificate, timeoutMs }: DispatcherOptions): Agent {
  const connect = buildConnector({
    lookup: createCheckedLookup(resolve, reach),
    timeout: connectTimeoutMs,
    allowH2: false,
    ...(caCertificate !== undefined && { ca: [...getCACertificates('default'), caCertificate] }),
  });
  return new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    allowH2: false,
    connect(options, callback) {
      const refusal = findLiteralRefusal(options.hostname, reach);
      if (refusal === undefined) connect(options, callback);
      else callback(refusal, null);
    },
  });
}

/** Sockets do not look up what is an address already. */
function findLiteralRefusal(hostname: string, reach: Reach): Error | undefined {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) === 0) return undefined;
  const verdict = judgeAddresses([address], reach);
  return verdict.kind === 'refused' ? toAddressRefusal(address, address, verdict.addressClass) : undefined;
}

function createCheckedLookup(resolve: Resolve, reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    resolveAndCheck(resolve, reach, hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true || first === undefined) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

async function resolveAndCheck(
  resolve: Resolve,
  reach: Reach,
  hostname: string,
): Promise<readonly ResolvedAddress[]> {
  const addresses = await resolve(hostname);
  if (addresses.length === 0)
    throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENODATA' });
  const verdict = judgeAddresses(
    addresses.map(({ address }) => address),
    reach,
  );
  if (verdict.kind === 'refused') throw toAddressRefusal(hostname, verdict.address, verdict.addressClass);
  return addresses;
}
