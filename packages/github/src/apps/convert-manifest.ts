import * as z from 'zod';
import { type HostDoor, requestOnce } from '../client/request-once.ts';
import { GitHubFailure } from '../github-failure.ts';
import { type AppRecord, appShape, parseAs, toAppRecord } from './app-record.ts';

const conversion = appShape.extend({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  webhook_secret: z.string().min(1).nullish(),
  pem: z.string().min(1),
});

export interface ConvertedApp {
  readonly app: AppRecord;
  readonly clientId: string;
  readonly secrets: {
    readonly clientSecret: string;
    readonly privateKey: string;
    readonly webhookSecret: string | undefined;
  };
}

const codeUsed =
  'GitHub does not know this answer any more: it was used before, or more than an hour went by since the app was begun. If the app stands in your settings on GitHub, enter it by hand or delete it there; then begin again.';

/** What GitHub made of a manifest, told once for a code (`POST /app-manifests/{code}/conversions`). */
export async function convertManifest(
  door: HostDoor,
  code: string,
  signal?: AbortSignal,
): Promise<ConvertedApp> {
  const url = `${door.urls.restUrl}/app-manifests/${encodeURIComponent(code)}/conversions`;
  const { body } = await requestOnce(door, { method: 'POST', url }, signal).catch((error: unknown) => {
    if (error instanceof GitHubFailure && (error.status === 404 || error.status === 422))
      throw new GitHubFailure('sign-in-refused', codeUsed, { status: error.status, cause: error });
    throw error;
  });
  const raw = parseAs(conversion, body);
  return {
    app: toAppRecord(raw),
    clientId: raw.client_id,
    secrets: {
      clientSecret: raw.client_secret,
      privateKey: raw.pem,
      webhookSecret: raw.webhook_secret ?? undefined,
    },
  };
}
