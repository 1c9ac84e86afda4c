import { allReadData, type CredentialReport, type OrganisationSeen } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { advanceWizard, canOpen, findCredential, type WizardEvent } from './advance-wizard.ts';
import { emptyWizard, type RepositoryChoice, type WizardState } from './wizard-state.ts';

const organisation = (login: string, more: Partial<OrganisationSeen> = {}): OrganisationSeen => ({
  login,
  githubId: 1,
  role: 'member',
  credentialId: 7,
  ...more,
});

const signOn = { kind: 'sign-on', text: 'needs sign-on' } as const;
const connected = { kind: 'connected', text: 'already connected', connectedAs: 'acme' } as const;
const acme = { login: 'acme', name: 'acme', credentialId: 7 };

const report = (...organisations: OrganisationSeen[]): CredentialReport => ({
  way: 'token',
  hostId: 1,
  hostName: 'github.com',
  sentence: 'Successfully connected via octo.',
  login: 'octo',
  accountKind: 'person',
  accountKindReason: 'it has a name.',
  kind: 'classic-token',
  organisations,
  buckets: [],
  findings: [],
  notices: [],
});

const choice: RepositoryChoice = { kind: 'all', picked: [], includesArchived: false, includesForks: false };

const atStart: readonly WizardEvent[] = [
  { kind: 'host-given', host: { address: '', isPrivateAllowed: false } },
  { kind: 'report-found', report: report(organisation('acme'), organisation('acme-labs')) },
  { kind: 'report-accepted' },
  { kind: 'organisations-chosen', organisations: [acme] },
  { kind: 'repositories-chosen', repositories: choice },
];

const after = (events: readonly WizardEvent[]): WizardState =>
  events.reduce<WizardState>(advanceWizard, emptyWizard);

const complete = after(atStart);

describe('the way to a connection', () => {
  it('goes from step to step as each is answered', () => {
    const steps = atStart.map((_, count) => after(atStart.slice(0, count + 1)).step);

    expect(steps).toEqual(['credential', 'credential', 'organisations', 'repositories', 'start']);
  });

  it('stays at the credential until something was found', () => {
    const state = advanceWizard({ ...emptyWizard, step: 'credential' }, { kind: 'report-accepted' });

    expect(state.step).toBe('credential');
  });

  it('opens an earlier step without losing what was answered', () => {
    const state = advanceWizard(complete, { kind: 'step-opened', step: 'host' });

    expect(state).toEqual({ ...complete, step: 'host' });
  });

  it('does not open a step whose way is not answered yet', () => {
    const opened = (['organisations', 'repositories', 'start'] as const).map((step) =>
      canOpen(emptyWizard, step),
    );

    expect(opened).toEqual([false, false, false]);
  });
});

describe('an answer that changes', () => {
  it('of the host drops the report and all that stands on it', () => {
    const host = { address: 'ghe.example.com', isPrivateAllowed: true };

    const state = advanceWizard(complete, { kind: 'host-given', host });

    expect(state).toEqual({ step: 'credential', host, data: allReadData });
  });

  it('of the host to the same one keeps everything', () => {
    const state = advanceWizard(complete, { kind: 'host-given', host: complete.host });

    expect(state).toEqual({ ...complete, step: 'credential' });
  });

  it('of the data or the way drops what was found for the other one', () => {
    const data = advanceWizard(complete, { kind: 'data-chosen', data: ['members'] });
    const way = advanceWizard(complete, { kind: 'way-chosen', way: 'app' });

    expect([data.report, data.organisations, data.data]).toEqual([undefined, undefined, ['members']]);
    expect([way.report, way.organisations, way.way]).toEqual([undefined, undefined, 'app']);
    expect(advanceWizard(complete, { kind: 'way-chosen', way: 'token' })).toEqual(complete);
  });

  it('of the credential keeps organisations that the new one offers too, to be read with it', () => {
    const found = report(organisation('acme', { credentialId: 8 }));

    const state = advanceWizard(complete, { kind: 'report-found', report: found });

    expect([state.organisations, state.repositories]).toEqual([[{ ...acme, credentialId: 8 }], choice]);
  });

  it.each([
    ['is not offered', organisation('other')],
    ['needs sign-on', organisation('acme', { obstacle: signOn })],
    ['is connected already', organisation('acme', { obstacle: connected })],
  ])('of the credential drops organisations of which one %s', (_, offered) => {
    const state = advanceWizard(complete, { kind: 'report-found', report: report(offered) });

    expect([state.organisations, state.repositories]).toEqual([undefined, undefined]);
  });

  it('of the organisations drops their repositories; of their names it does not', () => {
    const choose = (...organisations: (typeof acme)[]) =>
      advanceWizard(complete, { kind: 'organisations-chosen', organisations });
    const labs = { ...acme, login: 'acme-labs' };

    expect([choose(labs).repositories, choose(acme, labs).repositories]).toEqual([undefined, undefined]);
    expect(choose({ ...acme, name: 'Acme' }).repositories).toEqual(choice);
  });
});

describe('what an organisation can be connected with', () => {
  it.each([
    [{}, 7],
    [{ role: 'owner' }, 7],
    [{ obstacle: signOn }, undefined],
    [{ obstacle: connected }, undefined],
  ] as const)('%j: %s', (more, credentialId) => {
    expect(findCredential(organisation('acme', more))).toBe(credentialId);
  });
});
