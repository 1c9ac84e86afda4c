import { ApiFailure, failure } from '@throughline/contract';
import { toCliFailure } from '../failures/to-cli-failure.ts';
import { redirected, toUnreachable, unlikeUs } from './wrong-answers.ts';

interface Asked {
  readonly origin: string;
  readonly key: string;
  readonly fetch: typeof fetch;
}

/** A file of Throughline's, piece by piece as it is written there. Refusals fail as they do for every other call. */
export async function* fetchFile(
  { origin, key, fetch: send }: Asked,
  path: string,
  media: 'text/csv' | 'application/json' = 'text/csv',
): AsyncGenerator<string, void, undefined> {
  const headers = { authorization: `Bearer ${key}` };
  const response = await send(`${origin}${path}`, { headers, redirect: 'manual' }).catch((error: unknown) => {
    throw toUnreachable(origin, error);
  });
  if (response.status >= 300 && response.status < 400) throw redirected(origin, response);
  if (!response.ok) throw await toRefusal(origin, response);
  if (!(response.headers.get('content-type') ?? '').startsWith(media))
    throw unlikeUs(origin, response.status);
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) yield decoder.decode(piece as Uint8Array, { stream: true }); // as: bytes
  yield decoder.decode();
}

async function toRefusal(origin: string, response: Response) {
  const said = failure.safeParse(await response.json().catch(() => undefined));
  if (!said.success) return unlikeUs(origin, response.status);
  return toCliFailure(new ApiFailure(response.status, said.data), origin);
}
