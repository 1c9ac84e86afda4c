export { type ErrorCode, errorStatus } from './error-codes.data.ts';
