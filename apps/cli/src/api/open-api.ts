import { type Call, createClient } from '@throughline/contract';
import * as z from 'zod';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { toCliFailure } from '../failures/to-cli-failure.ts';
import { isJson, redirected, strange, toUnreachable, unlikeUs } from './wrong-answers.ts';

interface Reached {
  readonly origin: string;
  readonly key?: string | undefined;
  readonly fetch: typeof fetch;
}

const answerWithinMs = 30_000;

/** A file of 100,000 rows takes this server longer than a page may. */
const slowAnswerWithinMs = 300_000;
const slowIds: readonly string[] = ['readPeopleImport', 'writePeopleImport'];

/**
 * The contract's client of one Throughline. Every failure is a CliFailure; what is no Throughline (nobody, a redirect, a
 * page of HTML, an answer of another shape) is told as what it is.
 */
export function openApi({ origin, key, fetch: send }: Reached): Call {
  const headers = (): Record<string, string> => (key === undefined ? {} : { authorization: `Bearer ${key}` });
  return async (route, given) => {
    // The client tells all of these as one; the first that is seen here says more.
    const seen: CliFailure[] = [];
    const watch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const signal = AbortSignal.timeout(slowIds.includes(route.id) ? slowAnswerWithinMs : answerWithinMs);
      const response = await send(url, { ...init, signal, redirect: 'manual' }).catch((error: unknown) => {
        seen.push(toUnreachable(origin, error));
        throw error;
      });
      if (response.status >= 300 && response.status < 400) seen.push(redirected(origin, response));
      else if (!isJson(response)) seen.push(unlikeUs(origin, response.status));
      return response;
    };
    try {
      return await createClient({ origin, headers, fetch: watch })(route, given);
    } catch (error) {
      const [told] = seen;
      if (told !== undefined) throw told;
      throw error instanceof z.ZodError ? strange(origin, error) : toCliFailure(error, origin);
    }
  };
}

/** The failure of whoever is signed in nowhere. */
export const notSignedIn = (origin: string): CliFailure =>
  new CliFailure(exitCodes.notAllowed, {
    code: 'not-signed-in',
    message: `You are not signed in to ${origin}. Run throughline login, or set THROUGHLINE_KEY to a key from Settings → API keys.`,
    link: `${origin}/settings/keys`,
  });
