import type { KeyScope, Policy, Route, RouteAnswer, RouteInput } from '@throughline/contract';
import type { Logger } from '../logging/index.ts';

/** The least that must be known of whoever is signed in; what else there is belongs to who signs them in. */
export interface HttpReader {
  readonly userId: number;
  /** Names the session or the key, and cannot be used in its place. */
  readonly sessionId: string;
  /** What the key may do by which this reader came; absent with a session. */
  readonly keyScope?: KeyScope;
}

/** What a handler may know and do about the request beyond its input. */
export interface HttpRequest {
  /** Stands in the log and in the answer's `x-request-id`. */
  readonly id: string;
  readonly ip: string;
  /** Where the caller reached us, such as `https://throughline.example.com`, for addresses shown to people. */
  readonly origin: string;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** What the caller must send as `x-csrf-token`; gives a caller without a session one of its own first. */
  csrfToken(): string;
  /**
   * Names the caller's browser for as long as its session lasts, or without one its visit; gives a caller without a
   * session one first. It opens nothing: keep a hash of it to know the browser again.
   */
  browserId(): string;
  /** Makes the caller's browser hold this session from now on, and returns its CSRF token. */
  startSession(token: string): string;
  /** Makes the caller's browser forget its session and ends the streams that hang on it. */
  endSession(): void;
}

/** What a handler receives: input parsed by the route's schemas, who asks, and the request. */
export interface Asked<R extends Route, Reader> extends RouteInput<R> {
  readonly reader: Reader;
  readonly request: HttpRequest;
}

export interface HandlerOptions<R extends Route = Route> {
  /** Calls a minute from one address for one key, such as ten for the passwords of one user. */
  readonly limit?: {
    readonly perMinute: number;
    readonly key: (input: RouteInput<R>, userId: number | undefined) => string;
  };
  /** Answers under any name of the host, for probes that know only an address. */
  readonly isAnyHostAllowed?: boolean;
}

interface HandlerBase {
  readonly route: Route;
  readonly options: HandlerOptions;
}

export interface AnswerHandler<Reader> extends HandlerBase {
  readonly kind: 'answer';
  readonly run: (asked: Asked<Route, Reader | undefined>) => unknown;
}

/** Answers with server-sent events; each value goes through the route's answer schema. */
export interface StreamHandler<Reader> extends HandlerBase {
  readonly kind: 'stream';
  readonly event: string;
  readonly run: (asked: Asked<Route, Reader | undefined>) => AsyncIterable<unknown>;
}

/** A file that is written while it is sent: what it holds is made when its reader has taken what came before. */
export interface FileAnswer {
  /** As it is kept by whoever downloads it: `pull-requests.csv`. */
  readonly name: string;
  readonly texts: AsyncIterable<string>;
}

/** Answers with a file of the media type that the route names. */
export interface FileHandler<Reader> extends HandlerBase {
  readonly kind: 'file';
  readonly run: (asked: Asked<Route, Reader | undefined>) => Promise<FileAnswer>;
}

/** A form on its way to another site: what it carries, and the words around its button. */
export interface FormPage {
  /** Whole, https but for a host on this machine; its origin is the one place the page may post to. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly title: string;
  readonly sentence: string;
  readonly button: string;
}

/** Answers with a small page of ours that posts a form to another site, by itself where scripts run. */
export interface PageHandler<Reader> extends HandlerBase {
  readonly kind: 'page';
  /** Whoever is refused is led here, with the code of the failure as `refused`. */
  readonly failurePage: `/${string}`;
  readonly run: (asked: Asked<Route, Reader | undefined>) => Promise<FormPage>;
}

/** A route of the contract with what answers it. Made by `createHandles` only. */
export type RouteHandler<Reader> =
  | AnswerHandler<Reader>
  | StreamHandler<Reader>
  | FileHandler<Reader>
  | PageHandler<Reader>;

type Work<R extends Route, Reader> = (asked: Asked<R, Reader>) => Promise<RouteAnswer<R>> | RouteAnswer<R>;

export interface Handles<Reader> {
  /** For routes of the signed-in: `reader` is who asks. */
  handle<R extends Route>(route: R, work: Work<R, Reader>, options?: HandlerOptions<R>): RouteHandler<Reader>;
  /** For routes with policy `anyone`: `reader` is absent when nobody is signed in. */
  handleAnyone<R extends Route>(
    route: R,
    work: Work<R, Reader | undefined>,
    options?: HandlerOptions<R>,
  ): RouteHandler<Reader>;
  /**
   * For server-sent events of the name `event`. `work` yields what changed, and should end or stop waiting when
   * `request.signal` is aborted: the reader has gone, signed out, or is no longer allowed.
   */
  handleStream<R extends Route>(
    route: R,
    event: string,
    work: (asked: Asked<R, Reader>) => AsyncIterable<RouteAnswer<R>>,
  ): RouteHandler<Reader>;
  /** For files: `work` refuses before anything is sent; what fails while `texts` are made cuts the answer off. */
  handleFile<R extends Route>(
    route: R,
    work: (asked: Asked<R, Reader>) => Promise<FileAnswer>,
  ): RouteHandler<Reader>;
  /**
   * For the pages that a browser is led to on its way to another site, to which they post a form. Whatever refuses or
   * breaks one leads to `failurePage`, a page of ours.
   */
  handlePage<R extends Route>(
    route: R,
    failurePage: `/${string}`,
    work: (asked: Asked<R, Reader>) => Promise<FormPage>,
  ): RouteHandler<Reader>;
}

/** The five ways to answer a route, for one kind of reader. */
export const createHandles = <Reader>(): Handles<Reader> => ({
  handle: (route, work, options = {}) => {
    refuseUnless(route, route.policy !== 'anyone', 'handleAnyone');
    return toHandler(route, { kind: 'answer', run: work, options });
  },
  handleAnyone: (route, work, options = {}) => {
    refuseUnless(route, route.policy === 'anyone', 'handle');
    return toHandler(route, { kind: 'answer', run: work, options });
  },
  handleStream: (route, event, work) => {
    refuseUnless(route, route.policy !== 'anyone' && route.method === 'GET', 'handle');
    return toHandler(route, { kind: 'stream', event, run: work, options: {} });
  },
  handleFile: (route, work) => {
    refuseUnless(route, route.policy !== 'anyone' && route.method === 'GET', 'handle');
    return toHandler(route, { kind: 'file', run: work, options: {} });
  },
  handlePage: (route, failurePage, work) => {
    refuseUnless(route, route.policy !== 'anyone' && route.method === 'GET', 'handle');
    return toHandler(route, { kind: 'page', failurePage, run: work, options: {} });
  },
});

/** What is inside is called with input that this very route's schemas parsed, and with a reader its policy demanded. */
const toHandler = <Reader>(route: Route, inside: object): RouteHandler<Reader> =>
  // as: the types are erased so that handlers of all routes fit one list; see the sentence above
  ({ route, ...inside }) as RouteHandler<Reader>;

function refuseUnless(route: Route, holds: boolean, right: string): void {
  if (holds) return;
  throw new Error(`${route.id} has the policy ${route.policy satisfies Policy}: answer it by ${right}.`);
}
