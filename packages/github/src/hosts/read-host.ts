import * as z from 'zod';
import { classifyAnswer } from '../answers/classify-answer.ts';
import { type HostDoor, hearOnce } from '../client/request-once.ts';
import type { GitHubFailureKind } from '../github-failure.ts';
import { toFailure } from '../to-failure.ts';

export interface HostRead {
  /** Of an Enterprise Server that tells it: `3.20.2`. */
  readonly version: string | undefined;
}

const meta = z.object({ installed_version: z.string().max(40) });

/** GitHub's own answers to somebody it does not know: a server in private mode, a quota that is used. */
const fine: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'not-signed-in',
  'scope-missing',
  'gone',
  'primary-limit',
  'secondary-limit',
  'organisation-approval',
]);

/** Asks a host what it is, as nobody. Rejects with `GitHubFailure` where no GitHub answers. 1 request. */
export async function readHost(door: HostDoor, signal?: AbortSignal): Promise<HostRead> {
  const answer = await hearOnce(door, { method: 'GET', url: `${door.urls.restUrl}/meta` }, signal);
  const verdict = classifyAnswer(answer);
  if (verdict !== undefined && !fine.has(verdict.kind)) throw toFailure(verdict, { status: answer.status });
  return {
    version:
      answer.headers['x-github-enterprise-version'] ?? meta.safeParse(answer.body).data?.installed_version,
  };
}
