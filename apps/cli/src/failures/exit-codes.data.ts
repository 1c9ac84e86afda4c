import type { ErrorCode } from '@throughline/contract';

/** How the program ends; scripts branch on these, so they are stable. */
export const exitCodes = {
  fine: 0,
  failed: 1,
  wrongUsage: 2,
  notAllowed: 3,
  needsAttention: 4,
  broken: 5,
} as const;

/** Failures of the API that mean that nobody is signed in or that they may not; all others are `failed`. */
export const refusals: readonly ErrorCode[] = [
  'not-signed-in',
  'key-invalid',
  'key-not-allowed',
  'not-found',
];
