import type { RestAnswer } from '../client/github-client.ts';
import { type HostDoor, type OneRequest, requestOnce } from '../client/request-once.ts';
import { GitHubFailure } from '../github-failure.ts';
import { type AppKey, signAppJwt } from './sign-app-jwt.ts';

type AppRequest = Omit<OneRequest, 'url' | 'authorization'> & {
  /** Of the REST API, with its slash. */
  readonly path: string;
};

/** Asks a host as an app itself, which reaches the app and its installations and nothing else. */
export interface AppClient {
  readonly urls: HostDoor['urls'];
  /** Rejects with `GitHubFailure`: `not-signed-in` where the key is not the app's, `gone` where GitHub knows no such app. */
  ask(request: AppRequest, signal?: AbortSignal): Promise<RestAnswer>;
}

/** A clock that is off by less than this is not why a JWT is refused. */
const tolerableSkewMs = 30_000;

/** A refused JWT is signed once more by GitHub's clock, where ours is off. */
export function createAppClient(door: HostDoor, key: AppKey): AppClient {
  let skewMs = 0;
  const send = ({ path, ...request }: AppRequest, signal: AbortSignal | undefined): Promise<RestAnswer> => {
    const jwt = signAppJwt(key, new Date(door.clock.now().getTime() + skewMs));
    const url = `${door.urls.restUrl}${path}`;
    return requestOnce(door, { ...request, url, authorization: `bearer ${jwt}` }, signal);
  };
  return {
    urls: door.urls,
    async ask(request, signal) {
      try {
        return await send(request, signal);
      } catch (error) {
        const seenMs = findSkewMs(error, door.clock.now());
        if (seenMs === undefined || Math.abs(seenMs - skewMs) < tolerableSkewMs) throw error;
        skewMs = seenMs;
        return send(request, signal);
      }
    },
  };
}

/** How far GitHub's clock is ahead of ours, where it refused who we are. */
function findSkewMs(error: unknown, now: Date): number | undefined {
  if (!(error instanceof GitHubFailure) || error.kind !== 'not-signed-in') return undefined;
  return error.observedAt === undefined ? undefined : error.observedAt.getTime() - now.getTime();
}
