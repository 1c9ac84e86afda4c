import type { TokenReport } from '@throughline/contract';
import { type RepositoryChoice, type WizardState, type WizardStep, wizardSteps } from './wizard-state.ts';

export type WizardEvent =
  | { readonly kind: 'host-given'; readonly host: WizardState['host'] }
  | { readonly kind: 'token-tested'; readonly report: TokenReport }
  | { readonly kind: 'token-accepted' }
  | { readonly kind: 'organisation-chosen'; readonly login: string; readonly name: string }
  | { readonly kind: 'repositories-chosen'; readonly repositories: RepositoryChoice }
  | { readonly kind: 'step-opened'; readonly step: WizardStep };

/**
 * The wizard after something happened. What stood on an answer that changed falls with it: another host drops the
 * token's report, another token an organisation it does not offer, another organisation its repositories.
 */
export const advanceWizard = (state: WizardState, event: WizardEvent): WizardState => {
  switch (event.kind) {
    case 'host-given':
      return isSameHost(state.host, event.host)
        ? { ...state, host: event.host, step: 'token' }
        : { step: 'token', host: event.host };
    case 'token-tested':
      return withReport(state, event.report);
    case 'token-accepted':
      return state.report === undefined ? state : { ...state, step: 'organisation' };
    case 'organisation-chosen':
      return withOrganisation(state, { login: event.login, name: event.name });
    case 'repositories-chosen':
      return { ...state, repositories: event.repositories, step: 'start' };
    case 'step-opened':
      return canOpen(state, event.step) ? { ...state, step: event.step } : state;
  }
};

/** Whether everything before a step has been answered. */
export const canOpen = (state: WizardState, step: WizardStep): boolean => {
  const answered = [
    true,
    true,
    state.report !== undefined,
    state.report !== undefined && state.organisation !== undefined,
    state.repositories !== undefined,
  ];
  return answered.slice(0, wizardSteps.indexOf(step) + 1).every(Boolean);
};

/** Why an organisation cannot be connected with this token, or undefined when it can. */
export const findObstacle = (
  organisation: TokenReport['organisations'][number],
): 'connected' | 'sign-on' | 'not-member' | undefined => {
  if (organisation.connectedAs !== undefined) return 'connected';
  if (organisation.sso === 'required') return 'sign-on';
  return organisation.role === 'none' ? 'not-member' : undefined;
};

const withReport = (state: WizardState, report: TokenReport): WizardState => {
  const { organisation, repositories, ...rest } = state;
  const isOffered = report.organisations.some(
    (offered) => offered.login === organisation?.login && findObstacle(offered) === undefined,
  );
  const next: WizardState = { ...rest, report, step: 'token' };
  if (!isOffered || organisation === undefined) return next;
  return { ...next, organisation, ...(repositories === undefined ? {} : { repositories }) };
};

const withOrganisation = (
  state: WizardState,
  organisation: NonNullable<WizardState['organisation']>,
): WizardState => {
  const { repositories, ...rest } = state;
  const isSame = state.organisation?.login === organisation.login;
  return {
    ...rest,
    ...(isSame && repositories !== undefined ? { repositories } : {}),
    organisation,
    step: 'repositories',
  };
};

const isSameHost = (before: WizardState['host'], after: WizardState['host']): boolean =>
  before.address === after.address &&
  before.isPrivateAllowed === after.isPrivateAllowed &&
  before.caCertificate === after.caCertificate;
