/** What a log keeps of a failure. Only these fields: other properties may be request bodies, headers or answers. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly context?: unknown;
  readonly cause?: LoggedError;
}

const deepest = 5;

export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  // as: both may or may not be there, and are looked at before use.
  const { code, context } = error as { readonly code?: unknown; readonly context?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(isPlainContext(context) && { context }),
    ...(error.cause !== undefined && depth < deepest && { cause: toLoggedError(error.cause, depth + 1) }),
  };
}

/** Only our own errors carry a context, a flat record of words and numbers. */
const isPlainContext = (context: unknown): boolean =>
  typeof context === 'object' &&
  context !== null &&
  Object.values(context).every(
    (value) => typeof value !== 'object' || value === null || Array.isArray(value),
  );
