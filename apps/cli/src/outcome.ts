/** What a command has to say, in words and for programs, and how the program ends. */
export interface Outcome {
  /** Lines for people. */
  readonly lines: readonly string[];
  /** The same for programs. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly exitCode: number;
}
