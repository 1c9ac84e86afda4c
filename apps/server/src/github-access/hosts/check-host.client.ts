import type { HostChecked, HostKind } from '@throughline/contract';
import { judgeServerVersion, readHost } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { type NewHost, noteHostVersion } from './hosts.sql.ts';
import { toVersionWarning } from './version-words.ts';

type CheckDependencies = Pick<AccessDependencies, 'database' | 'clients' | 'clock'>;

/**
 * Asks a host what it is before anything is given to it. Throws why it cannot be used; where the form can repair that, by
 * the field that does.
 */
export async function askHost(
  { database, clients, clock }: CheckDependencies,
  host: NewHost,
): Promise<HostChecked> {
  const { version } = await asking(async () => readHost(await clients.openDoor(host))).catch((error) => {
    throw toFieldNeed(error);
  });
  await noteHostVersion(database, host, version);
  const verdict = version === undefined ? undefined : judgeServerVersion(version, clock.now());
  const warning = version && verdict && toVersionWarning(version, verdict);
  return {
    address: host.baseUrl,
    name: host.name,
    kind: host.kind,
    sentence: `${toProduct(host.kind)}${version === undefined ? '' : ` ${version}`} answers at ${host.name}.`,
    ...(version === undefined ? {} : { version }),
    ...(warning ? { warning } : {}),
    isTooOld: verdict?.kind === 'too-old',
  };
}

const products: Readonly<Record<HostKind, string>> = {
  'github.com': 'GitHub',
  'enterprise-server': 'GitHub Enterprise Server',
  'data-residency': 'GitHub Enterprise Cloud with data residency',
  demo: 'The demo',
};

const toProduct = (kind: HostKind): string => products[kind];

const unknownAuthority: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
]);

/** The same failure, with what the form's field needs. */
function toFieldNeed(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, message, context } = error;
  const fields = findFields(context);
  if (fields === undefined) return error;
  const text =
    context['addressClass'] === 'private'
      ? `${String(context['hostname'])} lies in a private network. If it is your Enterprise Server, mark “It lies in our private network”.`
      : message;
  return new AppError(code, text, { cause: error, context, fields });
}

function findFields({ addressClass, codes }: AppError['context']): AppError['fields'] {
  if (addressClass === 'private')
    return { isPrivateAllowed: 'Mark this if it is yours: its address lies in a private network.' };
  return typeof codes === 'object' && codes.some((code) => unknownAuthority.has(code))
    ? { caCertificate: 'Paste the certificate of the authority that signed this host’s.' }
    : undefined;
}
