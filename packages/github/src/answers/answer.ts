/** An HTTP answer as far as it is judged. Header names are lower-case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed when it was JSON, else text. */
  readonly body: unknown;
}
