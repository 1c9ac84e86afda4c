import { ApiFailure, type Failure } from '@throughline/contract';

/** What any thrown thing means to the reader. */
export const toFailure = (error: unknown): Failure => {
  if (error instanceof ApiFailure) return error.failure;
  return {
    code: 'internal',
    message:
      'Throughline answered in a way this page does not understand, often because it was updated meanwhile. Reload the page.',
  };
};
