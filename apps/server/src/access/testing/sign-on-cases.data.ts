import type { ErrorCode } from '@throughline/contract';
import type { ProviderFault } from './start-provider.ts';

/** What a provider, or somebody between, may send; and what becomes of the sign-in. Nobody is ever let in. */
export const faultCases: readonly (readonly [ProviderFault, ErrorCode])[] = [
  ['discovery-names-another', 'sign-on-failed'],
  ['discovery-huge', 'sign-on-unreachable'],
  ['discovery-not-json', 'sign-on-failed'],
  ['discovery-down', 'sign-on-failed'],
  ['discovery-redirects', 'sign-on-unreachable'],
  ['returns-as-another', 'sign-on-failed'],
  ['token-of-another-issuer', 'sign-on-failed'],
  ['token-for-another-client', 'sign-on-failed'],
  ['token-for-several-without-azp', 'sign-on-failed'],
  ['token-expired', 'sign-on-failed'],
  ['token-not-yet-valid', 'sign-on-failed'],
  ['token-without-nonce', 'sign-on-failed'],
  ['token-with-wrong-nonce', 'sign-on-failed'],
  ['token-unsigned', 'sign-on-failed'],
  ['token-signed-with-the-secret', 'sign-on-failed'],
  ['token-signed-by-a-stranger', 'sign-on-failed'],
  ['token-without-subject', 'sign-on-failed'],
  ['token-with-wrong-at-hash', 'sign-on-failed'],
  ['token-missing', 'sign-on-failed'],
  ['token-answer-redirects', 'sign-on-unreachable'],
  ['token-answer-huge', 'sign-on-unreachable'],
  ['keys-down', 'sign-on-failed'],
];

/** Issuers that are none: nothing of them is stored, and nobody is asked. */
export const refusedIssuers: readonly string[] = [
  'http://login.example.com',
  'ftp://login.example.com',
  'javascript:alert(1)',
  '//login.example.com',
  'login.example.com',
  '',
  'https://',
  'https://user:password@login.example.com',
  'https://login.example.com?tenant=1',
  'https://login.example.com/#here',
  'https:\\\\login.example.com',
  'https://login.example.com/ realm',
  'https://*.example.com',
  'http://127.0.0.1:1',
  'http://localhost:8080',
];

/** Domains that are none: a star would let in whoever registers below it. */
export const refusedDomains: readonly string[] = [
  '*.example.com',
  '*',
  'example',
  '.example.com',
  'example.com.',
  'https://example.com',
  'ada@example.com',
  'exa mple.com',
  '',
];

/** Addresses at other domains than `example.com`, however alike. */
export const strangersAddresses: readonly string[] = [
  'ada@example.com.evil.example',
  'ada@evilexample.com',
  'ada@sub.example.com',
  'ada@example.co',
];
