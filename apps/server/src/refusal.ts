import { type ErrorCode, errorStatus } from '@throughline/contract';
import { exitCodes, otherExitCode } from './exit-codes.data.ts';
import { AppError } from './platform/errors/index.ts';

/** Why the program does not start, and what to do about it. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

export const toRefusal = (error: unknown): Refusal => {
  // Something went wrong, and then something else while ending what had been started: the first is the reason.
  if (error instanceof SuppressedError) return toRefusal(error.suppressed);
  if (error instanceof AppError) return { code: error.code, message: error.message };
  if (isErrno(error, 'EADDRINUSE')) {
    const port = error instanceof Error && 'port' in error ? error.port : undefined;
    return {
      code: 'port-taken',
      message: `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=7118 npm start.`,
    };
  }
  return {
    code: 'internal',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
};

export const toExitCode = (refusal: Refusal): number => exitCodes[refusal.code] ?? otherExitCode;

/** Parses what another process of ours says about why it does not start. */
export const parseRefusal = (value: unknown): Refusal | undefined => {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value))
    return undefined;
  const { code, message } = value;
  if (typeof code !== 'string' || typeof message !== 'string' || !isErrorCode(code)) return undefined;
  return { code, message };
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);
