export { createLogger, type Logger } from './create-logger.ts';
export { createSecretMask, type SecretMask } from './secret-mask.ts';
