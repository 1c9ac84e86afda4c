import type { DoctorCheck } from '@throughline/contract';
import type { TokenSpec } from '@throughline/github-emulator';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { hostSituations, type Situation, situations } from './testing/situations.data.ts';
import { startDoctorWorld } from './testing/start-doctor-world.ts';
import { startForeignHosts } from './testing/start-foreign-hosts.ts';

const foreign = await startForeignHosts();
const database = await testDatabase();
const world = await startDoctorWorld(database, {
  furtherOrigins: Object.values(foreign).filter((origin) => origin !== undefined),
  repositories: [...situations, 'host'].map((_, index) => ({
    fullName: `org${index}/api`,
    record: { visibility: 'PRIVATE' as const },
    members: [`owner${index}`, 'somebody'],
    admins: [`owner${index}`],
    pulls: 1,
  })),
});

const oauthApp = world.emulator.control.addOauthApp({
  name: 'Lines',
  callbackUrls: ['http://127.0.0.1/callback'],
});

const prefixes = { classic: 'ghp_', 'fine-grained': 'github_pat_', oauth: 'gho_', app: 'ghs_' } as const;

interface Connecting {
  readonly organisation: string;
  readonly login: string;
  readonly token: string;
  readonly given: Partial<TokenSpec>;
}

const noApp = { id: 0, installationId: 0 };

async function connectBy(
  kind: Situation['kind'],
  { organisation, login, token, given }: Connecting,
): Promise<{ readonly connectionId: number; readonly id: number; readonly installationId: number }> {
  if (kind === 'app') return world.connectByApp(organisation);
  const of = {
    classic: {},
    'fine-grained': { resourceOwner: organisation },
    oauth: { clientId: oauthApp.clientId, scopes: ['repo', 'read:org'] },
  }[kind];
  const spec = { kind, login, value: token, ...of, ...given } as TokenSpec;
  return { connectionId: await world.connect(organisation, spec), ...noApp };
}

type Expected = Pick<Situation, 'verdict' | 'says' | 'repair'> & { readonly link?: RegExp | undefined };

function expectFound(found: DoctorCheck | undefined, { verdict, says, repair, link = /^/ }: Expected): void {
  expect(found).toMatchObject({ verdict });
  expect(found?.proof).toMatch(says);
  expect(found?.consequence).toBeTruthy();
  expect(found?.repair?.text).toMatch(repair);
  expect(found?.repair?.link?.address ?? '').toMatch(link);
}

describe('the doctor names what is wrong, and what to do, when', () => {
  it.each(situations.map((situation, index) => [situation.what, situation, index] as const))(
    '%s',
    async (_, {
      kind,
      token: given = {},
      isPreparedBy,
      happens,
      check,
      verdict,
      says,
      repair,
      link,
    }, index) => {
      const organisation = `org${index}`;
      const login = `owner${index}`;
      const token = `${prefixes[kind]}situation${index}`;
      const { connectionId, ...app } = await connectBy(kind, { organisation, login, token, given });
      await isPreparedBy?.(world, { organisation, login, token, app });
      const before = await world.examine(connectionId);
      const wasWell = before.checks.find(({ id }) => id === check)?.verdict;

      await happens(world, { organisation, login, token, app });
      const answer = await world.examine(connectionId);

      const found = answer.checks.find(({ id }) => id === check);
      expectFound(found, { verdict, says, repair, link });
      if (!('expiresAt' in given)) expect(['ok', 'not-checked']).toContain(wasWell);
      expect(JSON.stringify([before, answer])).not.toContain(token);
      world.emulator.control.set({ hasLimits: false });
    },
  );
});

describe('the doctor names what is wrong with the host, when', () => {
  const organisation = `org${situations.length}`;
  let connectionId: number | undefined;

  it.each(hostSituations.map((situation) => [situation.what, situation] as const))(
    '%s',
    async (_, { movesTo, happens, check, verdict, says, repair }) => {
      connectionId ??= await world.connect(organisation, {
        kind: 'classic',
        login: `owner${situations.length}`,
        value: 'ghp_host',
      });
      await database.query('update host set base_url = coalesce($1::text, $2::text)', [
        movesTo?.(foreign),
        world.emulator.origin,
      ]);
      await happens?.(world);

      const { checks } = await world.examine(connectionId);

      const found = checks.find(({ id }) => id === check);
      expect(found).toMatchObject({ verdict });
      expect(found?.proof).toMatch(says);
      expect(found?.repair?.text).toMatch(repair);
      const resting = checks.find(({ id }) => id === 'single-sign-on');
      if (check !== 'host-clock') expect(resting).toMatchObject({ verdict: 'not-checked' });
    },
  );

  it('it is an older Enterprise Server than is supported', async () => {
    const old = await startDoctorWorld(await testDatabase(), {
      enterpriseVersion: '3.19.4',
      repositories: [{ fullName: 'acme/api', members: ['kim'], pulls: 1 }],
    });
    const acme = await old.connect('acme', { kind: 'classic', login: 'kim' });

    const { checks } = await old.examine(acme, 'host-version');

    expect(checks.at(-1)).toMatchObject({ id: 'host-version', verdict: 'attention' });
    expect(checks.at(-1)?.proof).toMatch(/3\.19.* supports 3\.20 and later/);
  });
});
