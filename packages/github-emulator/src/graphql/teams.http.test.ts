import { expect, test } from 'vitest';
import { craftRepository } from '../sources/crafted/craft-repository.ts';
import { startTestEmulator } from '../testing/start-test-emulator.ts';

test('teams with parents and members, of their own or with those of teams nested in them', async () => {
  const teams = [
    { slug: 'all', members: ['ada'], maintainers: ['ada'] },
    { slug: 'core', members: ['bob', 'ada'], parent: 'all' },
  ];
  const source = craftRepository({
    fullName: 'acme/api',
    members: ['ada', 'bob'],
    accounts: [{ login: 'eve' }],
    teams,
  });
  const emulator = await startTestEmulator({ sources: [source] });
  const outsider = emulator.control.addToken({ kind: 'classic', login: 'eve' }).value;
  const narrow = emulator.control.addToken({ kind: 'classic', login: 'ada', scopes: ['repo'] }).value;
  const text = `{ organization(login: "acme") { teams(first: 5) { totalCount nodes { slug parentTeam { slug }
    all: members(first: 5) { nodes { login } }
    own: members(first: 5, membership: IMMEDIATE) { edges { role node { login } } } } } } }`;

  const { body } = await emulator.query(text);
  emulator.control.editTeam({ kind: 'left', organisation: 'acme', team: 'core', login: 'BOB' });
  const later = await emulator.query(text);

  expect(body.data.organization.teams.nodes).toEqual([
    {
      slug: 'all',
      parentTeam: null,
      all: { nodes: [{ login: 'ada' }, { login: 'bob' }] },
      own: { edges: [{ role: 'MAINTAINER', node: { login: 'ada' } }] },
    },
    {
      slug: 'core',
      parentTeam: { slug: 'all' },
      all: { nodes: [{ login: 'bob' }, { login: 'ada' }] },
      own: {
        edges: [
          { role: 'MEMBER', node: { login: 'bob' } },
          { role: 'MEMBER', node: { login: 'ada' } },
        ],
      },
    },
  ]);
  expect(later.body.data.organization.teams.nodes[1].all).toEqual({ nodes: [{ login: 'ada' }] });
  const unseen = await emulator.query(text, { token: outsider });
  expect(unseen.body.data?.organization?.teams.totalCount ?? 0).toBe(0);
  const refused = await emulator.query(text, { token: narrow });
  expect(refused.body.errors[0].type).toBe('INSUFFICIENT_SCOPES');
  const filtered = await emulator.query(
    '{ organization(login: "acme") { teams(first: 1, query: "c") { totalCount } } }',
  );
  expect(filtered.body.errors[0].type).toBe('EMULATOR_UNSERVED');
});
