import { ApiFailure } from '@throughline/contract';

/** Whether what was asked for does not exist, or is not for this reader: the two look alike. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ApiFailure && error.failure.code === 'not-found';
