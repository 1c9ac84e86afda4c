import { beginAppManifest } from '@throughline/contract';
import { afterAll, expect, it } from 'vitest';
import { startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { listTestRoutes, openAccessDependencies } from '../testing/access-dependencies.ts';

const database = await testDatabase();
const deps = openAccessDependencies(database, { loopbackOrigins: [] });
const api = await startTestApi({ database, routes: () => listTestRoutes(deps) });
const administrator = await api.signIn('administrator');
afterAll(() => deps.close());

const begin = async (): Promise<string> => {
  const { url } = await administrator.call(beginAppManifest, {
    body: { host: { address: 'github.com' }, owner: { kind: 'own-account' } },
  });
  return new URL(url).pathname;
};
const nobody = { fetch: (path: string) => fetch(new URL(path, api.origin), { redirect: 'manual' }) };
const seen = async (asker: Pick<typeof administrator, 'fetch'>, path: string) => {
  const { status, headers } = await asker.fetch(path);
  return [status, headers.get('location')];
};
const led = (code: string) => [303, `/github/return?refused=${code}`];

it('leads who comes too late to a page that says so', async () => {
  const path = await begin();
  const before = await seen(administrator, path);

  await database.query('update authorisation_attempt set expires_at = app_now()');

  expect(before).toEqual([200, null]);
  expect(await seen(administrator, path)).toEqual(led('authorisation-invalid'));
});

it('leads another browser, a member and nobody there, each with the reason', async () => {
  const path = await begin();

  expect(await seen(await api.signIn('administrator'), path)).toEqual(led('authorisation-invalid'));
  expect(await seen(await api.signIn('member'), path)).toEqual(led('not-found'));
  expect(await seen(nobody, path)).toEqual(led('not-signed-in'));
});

it('leads nobody to a place that the address names', async () => {
  const path = await begin();

  for (const state of ['made-up', '%2f%2fevil.example', 'https:%2f%2fevil.example'])
    expect(await seen(administrator, `/api/github-apps/manifest/${state}`)).toEqual(
      led('authorisation-invalid'),
    );
  expect(await seen(administrator, `${path}?refused=//evil.example`)).toEqual(led('input-invalid'));
});
