import { type Call, createClient, getSession, type Session } from '@throughline/contract';

/** A browser without pages: keeps cookies, knows its session's CSRF token, and comes from our own origin. */
export interface TestClient {
  /** Calls a route of the contract. Throws ApiFailure. */
  readonly call: Call;
  /** Any request, with the cookies, the CSRF token and the origin's headers unless others are given. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  readonly cookies: Map<string, string>;
  /** The last session answer; asked for once when the client is made. */
  csrfToken: string;
  /** Asks who is signed in, as a page does when it is loaded. */
  reload(): Promise<Session>;
}

/** A client of the server at `origin`, with a session when its token is given; it has asked who it is. */
export async function createTestClient(origin: string, sessionToken?: string): Promise<TestClient> {
  const cookies = new Map<string, string>();
  if (sessionToken !== undefined) cookies.set('throughline', sessionToken);
  const client = toClient(origin, cookies);
  await client.reload();
  return client;
}

/** The same browser at another server, with the cookies and the CSRF token it has now. */
export const moveTestClient = ({ cookies, csrfToken }: TestClient, origin: string): TestClient =>
  Object.assign(toClient(origin, new Map(cookies)), { csrfToken });

function toClient(origin: string, cookies: Map<string, string>): TestClient {
  const send = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers({
      origin,
      'sec-fetch-site': 'same-origin',
      'x-csrf-token': client.csrfToken,
    });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) keepCookie(cookies, cookie);
    return response;
  };
  const call: Call = async (route, given) => {
    const answer = await createClient({ origin, fetch: send })(route, given);
    if (isSession(answer)) client.csrfToken = answer.csrfToken;
    return answer;
  };
  const client: TestClient = {
    call,
    fetch: (path, init) => send(new URL(path, origin), init),
    cookies,
    csrfToken: '',
    reload: () => call(getSession),
  };
  return client;
}

function keepCookie(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split('; ');
  const [name = '', value = ''] = pair.split('=');
  if (value === '' || attributes.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, value);
}

const isSession = (answer: unknown): answer is Session =>
  typeof answer === 'object' && answer !== null && 'csrfToken' in answer;
