/** A request as it came in. */
export type Incoming = {
  readonly method: string;
  /** Undecoded path, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query, for the ledger. */
  readonly target: string;
  readonly body: string;
  header(name: string): string | undefined;
};

/** What goes out. */
export type Outgoing = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** More of the body, made while it is sent. */
  readonly chunks?: Iterable<string>;
  /** Send half of the body under its full length, then break the connection, or leave it alone for long. */
  readonly breaksOff?: 'at once' | 'late';
  /** Close the connection instead of answering. */
  readonly isReset?: boolean;
};

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Outgoing {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
