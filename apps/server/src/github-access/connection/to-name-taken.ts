import { AppError } from '../../platform/errors/index.ts';

/** Connections have different names: what to say when `connection_name_key` is violated. */
export const toNameTaken = (name: string, cause: unknown): AppError =>
  new AppError('connection-name-taken', `Another connection is called ${name}. Choose another name.`, {
    cause,
    fields: { name: 'Taken by another connection.' },
  });
