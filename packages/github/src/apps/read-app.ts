import type { AppClient } from './app-client.ts';
import { type AppRecord, appShape, parseAs, toAppRecord } from './app-record.ts';

/** The app itself (`GET /app`). */
export async function readApp(client: AppClient, signal?: AbortSignal): Promise<AppRecord> {
  const { body } = await client.ask({ method: 'GET', path: '/app' }, signal);
  return toAppRecord(parseAs(appShape, body));
}
