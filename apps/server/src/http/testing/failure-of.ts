import { ApiFailure, type Failure } from '@throughline/contract';

/** What a call was refused with. Throws where it was not refused, or failed otherwise. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiFailure) return error.failure;
  throw new Error('It did not fail, or not with an answer.', { cause: error });
}

/** The code a call was refused with, or `done` where it was not refused; what failed otherwise in its own words. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : String(error)),
  );
