import { AppError } from '../../errors/index.ts';

const noSpace = /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/;

export const saysDiskFull = (text: string): boolean => noSpace.test(text);

export const diskFull = (folder: string, cause?: unknown): AppError =>
  new AppError(
    'disk-full',
    `The disk that holds ${folder} is full, so the database cannot start. Free some space there, or set THROUGHLINE_DATA ` +
      'to a folder on a larger disk, then start again. Nothing was lost.',
    { cause, context: { folder } },
  );

/** Runs `work`; an error that means a full disk becomes `disk-full`. */
export const sayingDiskFull = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || !saysDiskFull(String(error))) throw error;
    throw diskFull(folder, error);
  }
};
