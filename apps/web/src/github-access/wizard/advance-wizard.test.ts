import type { TokenReport } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { advanceWizard, canOpen, findObstacle, type WizardEvent } from './advance-wizard.ts';
import { emptyWizard, type RepositoryChoice, type WizardState } from './wizard-state.ts';

const organisation = (login: string, more: object = {}): TokenReport['organisations'][number] => ({
  login,
  githubId: 1,
  role: 'member',
  sso: 'not-needed',
  ...more,
});

const report = (...organisations: TokenReport['organisations']): TokenReport => ({
  credentialId: 7,
  hostId: 1,
  hostName: 'github.com',
  sentence: 'Successfully connected via octo.',
  login: 'octo',
  accountKind: 'person',
  accountKindReason: 'it has a name.',
  tokenKind: 'classic-token',
  organisations,
  buckets: [],
  findings: [],
  notices: [],
});

const choice: RepositoryChoice = { kind: 'all', picked: [], includesArchived: false, includesForks: false };

const atStart: readonly WizardEvent[] = [
  { kind: 'host-given', host: { address: '', isPrivateAllowed: false } },
  { kind: 'token-tested', report: report(organisation('acme'), organisation('acme-labs')) },
  { kind: 'token-accepted' },
  { kind: 'organisation-chosen', login: 'acme', name: 'acme' },
  { kind: 'repositories-chosen', repositories: choice },
];

const after = (events: readonly WizardEvent[]): WizardState =>
  events.reduce<WizardState>(advanceWizard, emptyWizard);

const complete = after(atStart);

describe('the way to a connection', () => {
  it('goes from step to step as each is answered', () => {
    const steps = atStart.map((_, count) => after(atStart.slice(0, count + 1)).step);

    expect(steps).toEqual(['token', 'token', 'organisation', 'repositories', 'start']);
  });

  it('stays at the token until it was tested', () => {
    const state = advanceWizard({ ...emptyWizard, step: 'token' }, { kind: 'token-accepted' });

    expect(state.step).toBe('token');
  });

  it('opens an earlier step without losing what was answered', () => {
    const state = advanceWizard(complete, { kind: 'step-opened', step: 'host' });

    expect(state).toEqual({ ...complete, step: 'host' });
  });

  it('does not open a step whose way is not answered yet', () => {
    const opened = (['organisation', 'repositories', 'start'] as const).map((step) =>
      canOpen(emptyWizard, step),
    );

    expect(opened).toEqual([false, false, false]);
  });
});

describe('an answer that changes', () => {
  it('of the host drops the report and all that stands on it', () => {
    const host = { address: 'ghe.example.com', isPrivateAllowed: true };

    const state = advanceWizard(complete, { kind: 'host-given', host });

    expect(state).toEqual({ step: 'token', host });
  });

  it('of the host to the same one keeps everything', () => {
    const state = advanceWizard(complete, { kind: 'host-given', host: complete.host });

    expect(state).toEqual({ ...complete, step: 'token' });
  });

  it('of the token keeps the organisation that the new one offers too', () => {
    const state = advanceWizard(complete, { kind: 'token-tested', report: report(organisation('acme')) });

    expect([state.organisation?.login, state.repositories]).toEqual(['acme', choice]);
  });

  it.each([
    ['is not offered', organisation('other')],
    ['needs sign-on', organisation('acme', { sso: 'required' })],
    ['is connected already', organisation('acme', { connectedAs: 'acme' })],
  ])('of the token drops an organisation that %s', (_, offered) => {
    const state = advanceWizard(complete, { kind: 'token-tested', report: report(offered) });

    expect([state.organisation, state.repositories]).toEqual([undefined, undefined]);
  });

  it('of the organisation drops its repositories; of its name it does not', () => {
    const other = advanceWizard(complete, { kind: 'organisation-chosen', login: 'acme-labs', name: 'labs' });
    const renamed = advanceWizard(complete, { kind: 'organisation-chosen', login: 'acme', name: 'Acme' });

    expect([other.repositories, renamed.repositories]).toEqual([undefined, choice]);
  });
});

describe('what stands between a token and an organisation', () => {
  it.each([
    [{}, undefined],
    [{ role: 'owner' }, undefined],
    [{ role: 'none' }, 'not-member'],
    [{ sso: 'authorised' }, undefined],
    [{ sso: 'required', role: 'none' }, 'sign-on'],
    [{ connectedAs: 'acme', sso: 'required' }, 'connected'],
  ])('%j: %s', (more, obstacle) => {
    expect(findObstacle(organisation('acme', more))).toBe(obstacle);
  });
});
