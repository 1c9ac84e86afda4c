import type { ActingBy, ActionStanding } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { toActingWords, toActionsLine } from './acting-words.ts';

const by: ActingBy = {
  way: 'own-app',
  registrationId: 1,
  name: 'Throughline acts',
  ownerLogin: 'acme',
  state: 'possible',
  installUrl: 'https://github.com/apps/throughline-acts/installations/new',
  permissionsUrl: 'https://github.com/organizations/acme/settings/apps/throughline-acts/permissions',
};
const standing = (given: Partial<ActionStanding>): ActionStanding => ({
  action: 'collaborators',
  name: 'Access to repositories',
  use: 'giving people access',
  consequence: '',
  permissions: [],
  state: 'waiting',
  missing: [],
  ...given,
});
const lacks = (from: 'app' | 'owner') =>
  standing({ missing: [{ permission: 'Administration: write', from }] });

interface Told {
  readonly state: ActingBy['state'];
  readonly actions: ActionStanding[];
  readonly given?: Partial<ActingBy>;
  readonly kind: 'waiting' | 'granted';
  readonly says: RegExp;
  /** Default: nowhere. */
  readonly leads?: RegExp;
}

describe('what comes next', () => {
  it.each<Told>([
    { state: 'not-looked', actions: [], kind: 'waiting', says: /has not said yet/ },
    {
      state: 'not-installed',
      actions: [],
      kind: 'waiting',
      says: /not installed/,
      leads: /installations\/new$/,
    },
    {
      state: 'suspended',
      actions: [],
      given: { installationUrl: 'https://github.com/i/1' },
      kind: 'waiting',
      says: /suspended/,
      leads: /i\/1$/,
    },
    {
      state: 'waiting',
      actions: [lacks('app')],
      kind: 'waiting',
      says: /does not ask for Administration: write/,
      leads: /permissions$/,
    },
    {
      state: 'partly-possible',
      actions: [lacks('owner'), lacks('owner')],
      given: { acceptUrl: 'https://github.com/i/1/permissions/update' },
      kind: 'waiting',
      says: /no owner of acme has accepted Administration: write for/,
      leads: /update$/,
    },
    { state: 'possible', actions: [], kind: 'granted', says: /was granted all/ },
  ])('where it is $state', ({ state, actions, given = {}, kind, says, leads = /^$/ }) => {
    const words = toActingWords({ actions, by: { ...by, ...given, state }, organisation: 'acme' });

    expect(words.kind).toBe(kind);
    expect(words.sentence).toMatch(says);
    expect(words.link?.href ?? '').toMatch(leads);
  });

  it('asks the owner of the App before the owner of the organisation', () => {
    const words = toActingWords({
      actions: [lacks('owner'), lacks('app')],
      by: { ...by, state: 'waiting' },
      organisation: 'acme',
    });

    expect(words.sentence).toContain('Its owner, acme, sets that on GitHub');
  });
});

it('tells in a line what was asked for and nothing else', () => {
  const line = toActionsLine([
    standing({ state: 'possible' }),
    standing({ name: 'Pull requests', state: 'not-asked' }),
    standing({ name: 'Webhooks', state: 'waiting' }),
  ]);

  expect(line).toBe('Access to repositories: granted. Webhooks: waiting.');
});
