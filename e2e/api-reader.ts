import { type Call, createClient, getSession, type Session } from '@throughline/contract';

/** Somebody who uses the API as the pages do: with a session's cookie and its CSRF token. */
export interface ApiReader {
  readonly origin: string;
  /** Calls an operation of the contract. Throws ApiFailure. */
  readonly call: Call;
  /** The cookies it holds, for a browser that shall be the same reader. */
  readonly cookies: () => readonly { readonly name: string; readonly value: string; readonly url: string }[];
}

/** A reader of the product at `origin`, not signed in yet. */
export async function createApiReader(origin: string): Promise<ApiReader> {
  const jar = new Map<string, string>();
  let csrfToken = '';
  const send: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    headers.set('sec-fetch-site', 'same-origin');
    headers.set('x-csrf-token', csrfToken);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const client = createClient({ origin, fetch: send });
  const call: Call = async (route, given) => {
    const answer = await client(route, given);
    if (isSession(answer)) csrfToken = answer.csrfToken;
    return answer;
  };
  await call(getSession);
  return {
    origin,
    call,
    cookies: () => [...jar].map(([name, value]) => ({ name, value, url: origin })),
  };
}

const isSession = (answer: unknown): answer is Session =>
  typeof answer === 'object' && answer !== null && 'csrfToken' in answer;
