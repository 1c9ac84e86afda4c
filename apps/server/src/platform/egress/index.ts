export type { Resolve, ResolvedAddress } from './create-dispatcher.ts';
export { createEgress, type Egress, type EgressFetch } from './create-egress.ts';
export type { AllowedHosts, EgressPolicy } from './egress-policy.ts';
export type { EgressRequest } from './exchange.ts';
export { parseBaseUrl } from './parse-base-url.ts';
export { parseCaCertificate } from './parse-ca-certificate.ts';
