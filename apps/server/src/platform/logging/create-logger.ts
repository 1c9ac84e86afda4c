import { type DestinationStream, type Logger, pino } from 'pino';
import { toLoggedError } from './logged-error.ts';
import type { SecretMask } from './secret-mask.ts';
import { secretPaths } from './secret-paths.data.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

interface LoggerOptions {
  readonly level: LogLevel;
  /** Every line passes it as its last step, whatever wrote the line. */
  readonly secrets: SecretMask;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/** One line of JSON an event. No line holds a registered secret value, nor what stands under a name secrets travel by. */
export function createLogger({ level, secrets, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: [...secretPaths], censor: '[secret]' },
    serializers: { err: toLoggedError, error: toLoggedError },
    hooks: { streamWrite: (line: string) => secrets.mask(line) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type { Logger } from 'pino';
