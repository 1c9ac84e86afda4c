export { createEgress, type Egress } from './create-egress.ts';
export { parseBaseUrl } from './parse-base-url.ts';
export { parseCaCertificate } from './parse-ca-certificate.ts';
