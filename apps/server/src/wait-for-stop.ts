/** One Ctrl-C may arrive several times: from the terminal, from npm, from the launcher. */
const sameStopMs = 1_500;

/**
 * Resolves when this process is told to stop: by SIGINT (Ctrl-C), SIGTERM or SIGHUP, or because whoever started it is
 * gone. Ctrl-C again a while later ends it at once, for whoever has no patience.
 */
export const waitForStop = (): Promise<void> =>
  new Promise((resolve) => {
    let toldAt: number | undefined;
    const stop = (signal: NodeJS.Signals): void => {
      const now = performance.now();
      if (toldAt !== undefined && signal === 'SIGINT' && now - toldAt > sameStopMs) process.exit(130);
      toldAt ??= now;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', stop);
    process.once('disconnect', () => resolve());
  });
