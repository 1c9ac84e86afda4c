import type * as z from 'zod';

/**
 * Who may call a route. `manager` includes administrators. What a caller then sees is narrowed further by the
 * repositories visible to them; a route that is refused answers like one that does not exist.
 */
export type Policy = 'anyone' | 'signed-in' | 'manager' | 'administrator';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Schema = z.ZodType;

/** One operation of the API: its address, who may call it, and the only shapes that go in and come out. */
export interface Route<
  Params extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Answer extends Schema = Schema,
> {
  /** The operation's name in OpenAPI, in the client and in logs. */
  readonly id: string;
  readonly method: Method;
  /** `/api/…`, with parameters as `:name`. */
  readonly path: string;
  readonly policy: Policy;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** An allow-list: what it does not name is not sent. */
  readonly answer: Answer;
  /** Where the answer is a file: its media type. It is written while it is sent, and no schema reads it. */
  readonly media?: 'text/csv' | 'application/json' | 'text/html';
}

// A route's schemas are optional properties, so reading one adds undefined to its type; here it is taken off again.
type Declared<S> = Extract<S, Schema>;
type In<S> = [Declared<S>] extends [never] ? undefined : z.output<Declared<S>>;
type Given<S> = [Declared<S>] extends [never] ? undefined : z.input<Declared<S>>;

/** What a handler receives, parsed. */
export interface RouteInput<R extends Route> {
  readonly params: In<R['params']>;
  readonly query: In<R['query']>;
  readonly body: In<R['body']>;
}

/** What a caller passes, unparsed. */
export interface RouteCall<R extends Route> {
  readonly params?: Given<R['params']>;
  readonly query?: Given<R['query']>;
  readonly body?: Given<R['body']>;
  readonly signal?: AbortSignal;
}

export type RouteAnswer<R extends Route> = z.output<R['answer']>;

/** Keeps the literal types of a route's schemas. */
export const defineRoute = <
  Answer extends Schema,
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(
  route: Route<Params, Query, Body, Answer>,
): Route<Params, Query, Body, Answer> => route;
