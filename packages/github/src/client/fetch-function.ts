/** What the client needs of a `fetch`. Redirects it follows or refuses itself; a 3xx it hands on counts as refused. */
export type FetchFunction = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal?: AbortSignal | undefined;
    readonly redirect?: 'manual';
  },
) => Promise<Response>;
