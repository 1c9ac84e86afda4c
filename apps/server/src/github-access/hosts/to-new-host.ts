import type { hostInput } from '@throughline/contract';
import { toHostKind } from '@throughline/github';
import type { output } from 'zod';
import { parseBaseUrl, parseCaCertificate } from '../../platform/egress/index.ts';
import type { NewHost } from './hosts.sql.ts';

/**
 * A host from what a person typed; nothing typed is github.com. Throws `address-malformed` or `address-refused` before
 * anything is asked of it.
 */
export function toNewHost(input: output<typeof hostInput>, loopbackOrigins: readonly string[]): NewHost {
  const baseUrl = parseBaseUrl(input.address === '' ? 'github.com' : input.address, { loopbackOrigins });
  return {
    kind: toHostKind(baseUrl),
    baseUrl,
    name: new URL(baseUrl).host,
    caCertificate: input.caCertificate === undefined ? undefined : parseCaCertificate(input.caCertificate),
    isPrivateAllowed: input.isPrivateAllowed,
  };
}
