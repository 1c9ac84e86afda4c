import type { ErrorCode } from '@throughline/contract';

/** Facts about a failure that help whoever reads the log or the page; never a secret. */
export type ErrorContext = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

interface AppErrorOptions {
  readonly cause?: unknown;
  readonly context?: ErrorContext;
  /** Where the repair is: an address at GitHub or a page of ours. */
  readonly link?: string;
  /** What each refused field needs, by its name. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A failure with a stable code and a sentence that says what happened and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly context: ErrorContext;
  readonly link: string | undefined;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.context = options.context ?? {};
    this.link = options.link;
    this.fields = options.fields;
  }
}

export const notFound = (): AppError =>
  new AppError('not-found', 'Nothing here that you can see. It may be gone, or it may not be for you.');
