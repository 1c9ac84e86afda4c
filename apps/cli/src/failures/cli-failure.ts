/** What a failure says: what happened and what to do, and by which stable code scripts know it. */
export interface Said {
  readonly code: string;
  readonly message: string;
  /** Where the repair is. */
  readonly link?: string;
}

/** A failure that ends the program with this exit code. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly exitCode: number;
  readonly said: Said;

  constructor(exitCode: number, said: Said, cause?: unknown) {
    super(said.message, { cause });
    this.exitCode = exitCode;
    this.said = said;
  }
}
