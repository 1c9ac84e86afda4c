/** What the program is given of the world, so that tests can give another. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where url and key are kept. */
  readonly settingsPath: string;
  readonly terminal: Terminal;
  readonly fetch: typeof fetch;
  readonly readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  readonly wait: (waitMs: number, signal: AbortSignal) => Promise<void>;
  /** Asks for a secret: by a prompt on a terminal, elsewhere by reading what is piped in. Undefined when called off. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
  /** From now on Ctrl-C aborts this signal instead of ending us; so does that nobody reads what we print any more. */
  readonly listenForStop: () => AbortSignal;
}

/** Where words go. */
export interface Terminal {
  /** Columns; undefined where the output is no terminal and lines may be as long as they are. */
  readonly width: () => number | undefined;
  /** True on a terminal whose owner does not forbid it. */
  readonly hasColour: boolean;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}
