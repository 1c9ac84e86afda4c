import { type Failure, failure } from './failure.ts';
import type { Route, RouteAnswer, RouteCall } from './route.ts';

/** An answer that was not a success, as a throwable value. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly failure: Failure;

  constructor(status: number, said: Failure) {
    super(said.message);
    this.status = status;
    this.failure = said;
  }
}

interface ClientOptions {
  /** Where the API is; the same origin when empty. */
  readonly origin?: string;
  readonly fetch?: typeof fetch;
  /** Headers for each call, such as the CSRF token or an API key. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export type Call = <R extends Route>(route: R, call?: RouteCall<R>) => Promise<RouteAnswer<R>>;

/** A typed client of the API. Throws ApiFailure; an unreachable server is ApiFailure with code `unavailable`. */
export const createClient = ({ origin = '', fetch: send = fetch, headers }: ClientOptions = {}): Call =>
  async function call(route, given) {
    const response = await send(`${origin}${toAddress(route, given)}`, {
      method: route.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(given?.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers?.(),
      },
      ...(given?.body === undefined ? {} : { body: JSON.stringify(given.body) }),
      ...(given?.signal === undefined ? {} : { signal: given.signal }),
    }).catch((cause: unknown) => {
      if (given?.signal?.aborted) throw cause;
      throw new ApiFailure(0, unreachable);
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new ApiFailure(response.status, failure.safeParse(body).data ?? unreadable);
    return route.answer.parse(body) as RouteAnswer<typeof route>; // as: parsed by that very schema
  };

const unreachable: Failure = {
  code: 'unavailable',
  message: 'Throughline does not answer. What you see may be old; it is tried again.',
};

const unreadable: Failure = {
  code: 'unavailable',
  message: 'Throughline answered with something unreadable, often a proxy’s own page. Try again in a moment.',
};

type Scalar = string | number | boolean | undefined;
type Scalars = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** Fills the path's parameters and writes the query, a list as the same name several times, leaving out what is undefined. */
export const toAddress = <R extends Route>(route: R, given?: RouteCall<R>): string => {
  // as: parameters and queries are flat by the schemas of all routes, which a test asserts
  const { params = {}, query = {} } = (given ?? {}) as { params?: Scalars; query?: Scalars };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value !== undefined) search.append(name, String(value));
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};
