import { type ErrorCode, errorStatus } from '@throughline/contract';
import * as z from 'zod';
import { exitCodes, otherExitCode } from './exit-codes.data.ts';
import { AppError } from './platform/errors/index.ts';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

export const refusalSchema = z.object({ code: z.string().refine(isErrorCode), message: z.string() });

/** Why the program does not start, and what to do about it. */
export type Refusal = Readonly<z.output<typeof refusalSchema>>;

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

export const toRefusal = (error: unknown): Refusal => {
  // Something went wrong, and then something else while ending what had been started: the first is the reason.
  if (error instanceof SuppressedError) return toRefusal(error.suppressed);
  if (error instanceof AppError) return { code: error.code, message: error.message };
  if (isErrno(error, 'EADDRINUSE')) {
    const port = error instanceof Error && 'port' in error ? String(error.port) : 'of the api';
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
