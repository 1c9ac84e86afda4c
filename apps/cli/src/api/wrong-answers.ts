import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';

/** Whether an answer says of itself that it is JSON. */
export const isJson = (response: Response): boolean =>
  /^application\/json\b/i.test(response.headers.get('content-type') ?? '');

/** Nobody answered, or not in time. */
export function toUnreachable(origin: string, error: unknown): CliFailure {
  const reason = findReason(error);
  return fail(
    'unreachable',
    `Nothing answers at ${origin}${reason === undefined ? '' : ` (${reason})`}. Start Throughline with npm start, or say ` +
      'where yours is with throughline login --url or THROUGHLINE_URL.',
    error,
  );
}

/** What stands in front of Throughline sent us elsewhere; a key is not carried there. */
export function redirected(origin: string, response: Response): CliFailure {
  const to = response.headers.get('location') ?? 'nowhere';
  return fail(
    'redirected',
    `${origin} sends us to ${to}, and a key is not carried there. If that is your Throughline, sign in with ` +
      'throughline login --url and its address; if a sign-in page stands before it, let keys pass there.',
  );
}

/** An answer that is not JSON: a proxy's page, or another program. */
export const unlikeUs = (origin: string, status: number): CliFailure =>
  fail(
    'not-throughline',
    `What answers at ${origin} is not Throughline, or something stands before it (status ${status}, no JSON). Check the ` +
      'address; throughline login --url sets another.',
  );

/** JSON of a shape that this version does not know. */
export const strange = (origin: string, cause: unknown): CliFailure =>
  fail(
    'version-differs',
    `The Throughline at ${origin} answers in a way that this command line does not know. Use the command line of the same ` +
      'version.',
    cause,
  );

const fail = (code: string, message: string, cause?: unknown): CliFailure =>
  new CliFailure(exitCodes.failed, { code, message }, cause);

/** What the network said, such as ECONNREFUSED; it hides below the error. */
function findReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') return 'no answer within 30 seconds';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return findReason(error.cause);
}
