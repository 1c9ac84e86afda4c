import { ApiFailure } from '@throughline/contract';
import { CliFailure } from './cli-failure.ts';
import { exitCodes, refusals } from './exit-codes.data.ts';

/** Any error as one that says what happened and what to do. `origin` makes a page of the server's own an address. */
export function toCliFailure(error: unknown, origin?: string): CliFailure {
  if (error instanceof CliFailure) return error;
  if (error instanceof ApiFailure) return toAnswered(error, origin);
  const reason = error instanceof Error ? error.message : String(error);
  return new CliFailure(
    exitCodes.failed,
    {
      code: 'internal',
      message: `Something went wrong in the command line itself: ${reason}. Try again, and report it if it stays so.`,
    },
    error,
  );
}

function toAnswered({ failure: { code, message, link } }: ApiFailure, origin = ''): CliFailure {
  const exitCode = refusals.includes(code) ? exitCodes.notAllowed : exitCodes.failed;
  return new CliFailure(exitCode, {
    code,
    message: code === 'not-found' ? notForThisKey : message,
    ...(link === undefined ? {} : { link: link.startsWith('/') ? `${origin}${link}` : link }),
  });
}

/** Missing and forbidden look alike; what the command line asks for is always there. */
const notForThisKey =
  'This is not for the user whose key this is: the sync is seen and run by administrators. Ask one, or sign in with ' +
  'a key of an administrator by throughline login.';
