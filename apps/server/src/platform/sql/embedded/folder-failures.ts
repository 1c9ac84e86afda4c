import { AppError } from '../../errors/index.ts';

/** The last is what PostgreSQL says of a page that only half fitted. */
const noSpace = /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT|Check free disk space/;

export const saysDiskFull = (text: string): boolean => noSpace.test(text);

export const diskFull = (folder: string, cause?: unknown): AppError =>
  new AppError(
    'disk-full',
    `The disk that holds ${folder} is full, so the database cannot start. Free some space there, or set THROUGHLINE_DATA ` +
      'to a folder on a larger disk, then start again. Nothing was lost.',
    { cause, context: { folder } },
  );

const notOurs = (folder: string, cause: unknown): AppError =>
  new AppError(
    'database-foreign',
    `We may not write to ${folder}, or not to all of it: it belongs to another user. Start Throughline as the user who ` +
      'did before (root, perhaps), or set THROUGHLINE_DATA to a folder of your own.',
    { cause, context: { folder } },
  );

const toFailure = (folder: string, error: unknown): unknown => {
  if (error instanceof AppError) return error;
  if (saysDiskFull(String(error))) return diskFull(folder, error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? notOurs(folder, error) : error;
};

/** Runs `work` on a folder; a full disk becomes `disk-full`, a folder that is not ours `database-foreign`. */
export const sayingWhatIsWrong = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw toFailure(folder, error);
  }
};
