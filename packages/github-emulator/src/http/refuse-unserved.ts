import type { Emulator } from '../emulator.ts';
import { GitHubError } from './github-error.ts';

/** Refuses what GitHub has and this emulator does not, and counts it. */
export function refuseUnserved(emulator: Emulator, what: string, status = 404): GitHubError {
  emulator.unserved.count(what);
  return new GitHubError(status, status === 404 ? 'Not Found' : `${what} is not emulated`, {
    documentation: 'rest',
    headers: { 'x-emulator-unserved': what },
  });
}
