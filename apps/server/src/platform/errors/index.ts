export { AppError, type ErrorContext, notFound } from './app-error.ts';
