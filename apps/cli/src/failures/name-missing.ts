import { CliFailure } from './cli-failure.ts';
import { exitCodes } from './exit-codes.data.ts';

/** Whether a failure says that something is not there, or not for whoever asks: the two look alike. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof CliFailure && error.said.code === 'not-found';

/** Rethrows a failure; where nothing was found, as one that says what was looked for and what to do. */
export const nameMissing =
  (message: string) =>
  (error: unknown): never => {
    throw isNotFound(error) ? new CliFailure(exitCodes.failed, { code: 'not-found', message }, error) : error;
  };
