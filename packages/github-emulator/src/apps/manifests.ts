import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import { makeHex } from '../oauth/oauth-app.ts';
import type { Manifest } from './manifest.ts';

/** A manifest on its way: posted, confirmed, converted, all within an hour. */
export type PendingManifest = {
  readonly manifest: Manifest;
  /** Login of the organisation it was posted for; undefined: whoever confirms it. */
  readonly organisation: string | undefined;
  readonly state: string | undefined;
  readonly postedAtMs: number;
};

const lifeMs = 3_600_000;

export function createManifests(clock: Clock, random: Random) {
  const pending = new Map<string, PendingManifest>();
  const codes = new Map<string, { readonly appId: number; readonly postedAtMs: number }>();
  const isInTime = ({ postedAtMs }: { readonly postedAtMs: number }) => postedAtMs + lifeMs > clock.nowMs();
  return {
    post(manifest: Omit<PendingManifest, 'postedAtMs'>): string {
      const id = makeHex(32, random);
      pending.set(id, { ...manifest, postedAtMs: clock.nowMs() });
      return id;
    },
    find(id: string): PendingManifest | undefined {
      const found = pending.get(id);
      return found !== undefined && isInTime(found) ? found : undefined;
    },
    /** The manifest is an app by now: a code that is good once tells its secrets. */
    confirm(id: string, appId: number): string {
      const postedAtMs = pending.get(id)?.postedAtMs ?? 0;
      pending.delete(id);
      const code = makeHex(40, random);
      codes.set(code, { appId, postedAtMs });
      return code;
    },
    /** Uses the code up. Undefined: never was, used already, or too late. */
    convert(code: string): number | undefined {
      const found = codes.get(code);
      codes.delete(code);
      return found !== undefined && isInTime(found) ? found.appId : undefined;
    },
  };
}

export type Manifests = ReturnType<typeof createManifests>;
