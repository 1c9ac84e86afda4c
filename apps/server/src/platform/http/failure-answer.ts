import { errorStatus, type Failure } from '@throughline/contract';
import { AppError, notFound } from '../errors/index.ts';

/** A failure as it leaves the server. */
export interface FailureAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Failure;
  /** True when it is a defect of ours or the database's state, and not what the caller or GitHub did. */
  readonly isOurs: boolean;
}

/** The one translation of failures into answers. Whatever is not an AppError is told by a number in the log alone. */
export function toFailureAnswer(error: unknown, requestId: string): FailureAnswer {
  const known = error instanceof AppError ? error : (findFrameworkError(error) ?? toInternal(requestId));
  const status = errorStatus[known.code];
  return {
    status,
    headers: toHeaders(known),
    body: {
      code: known.code,
      message: known.message,
      ...(known.link === undefined ? {} : { link: known.link }),
      ...(known.fields === undefined ? {} : { fields: known.fields }),
    },
    isOurs: status >= 500 && !known.code.startsWith('github-'),
  };
}

const toInternal = (requestId: string): AppError =>
  new AppError(
    'internal',
    `Something went wrong in Throughline itself. Nothing half-done was kept. Try again; if it stays so, the log says more under ${requestId}.`,
  );

function toHeaders({ code, context }: AppError): Readonly<Record<string, string>> {
  const seconds = context['retryAfterSeconds'];
  if (typeof seconds === 'number') return { 'retry-after': String(seconds) };
  return errorStatus[code] === 503 ? { 'retry-after': '5' } : {};
}

const frameworkErrors: ReadonlyMap<string, () => AppError> = new Map([
  [
    'FST_ERR_CTP_BODY_TOO_LARGE',
    () => new AppError('body-too-large', 'This is more than one request may carry. Send less at once.'),
  ],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', unsupportedBody],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', () => unreadableBody()],
  ['FST_ERR_CTP_INVALID_JSON_BODY', () => unreadableBody()],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', () => unreadableBody()],
  ['FST_ERR_BAD_URL', notFound],
  ['FST_ERR_ROUTE_MISSING_CONTENT_TYPE', unsupportedBody],
]);

/** What the framework refuses before a handler of ours is asked, by its code or, for what has none, its status. */
function findFrameworkError(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found = frameworkErrors.get(code);
  if (found !== undefined) return found();
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return status === 400 ? unreadableBody() : undefined;
}

export function unsupportedBody(): AppError {
  return new AppError('content-type-unsupported', 'Send the body as application/json, exactly so named.');
}

function unreadableBody(): AppError {
  return new AppError('input-invalid', 'The body is not readable as JSON. Send one JSON object.');
}
