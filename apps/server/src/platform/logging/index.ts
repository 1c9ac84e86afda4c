export { createLogger, type Logger, type LogLevel } from './create-logger.ts';
export { type LoggedError, toLoggedError } from './logged-error.ts';
export { createSecretMask, type SecretMask } from './secret-mask.ts';
