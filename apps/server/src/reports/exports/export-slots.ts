import { AppError } from '../../platform/errors/index.ts';

/** How many files may be written at a time. */
export interface ExportSlots {
  /** Takes a place until `signal` is aborted: the file is sent, or its reader has gone. */
  take(signal: AbortSignal): void;
}

/** Places for so many files at once in this process. Throws `too-many-requests` while all are taken. */
export function createExportSlots(places: number): ExportSlots {
  let taken = 0;
  return {
    take: (signal) => {
      if (taken >= places) throw allTaken();
      if (signal.aborted) return;
      taken += 1;
      signal.addEventListener('abort', () => (taken -= 1), { once: true });
    },
  };
}

const allTaken = (): AppError =>
  new AppError(
    'too-many-requests',
    'Other files are being written at the moment. Nothing was written; try again in a minute.',
    { context: { retryAfterSeconds: 30 } },
  );
