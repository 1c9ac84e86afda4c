import type { CredentialReport, OrganisationSeen, ReadData } from '@throughline/contract';
import {
  type ChosenOrganisation,
  type ConnectWay,
  type RepositoryChoice,
  type WizardState,
  type WizardStep,
  wizardSteps,
} from './wizard-state.ts';

export type WizardEvent =
  | { readonly kind: 'host-given'; readonly host: WizardState['host'] }
  | { readonly kind: 'data-chosen'; readonly data: readonly ReadData[] }
  | { readonly kind: 'way-chosen'; readonly way: ConnectWay }
  | { readonly kind: 'report-found'; readonly report: CredentialReport }
  /** The same credential was looked at again, wherever the wizard stands. */
  | { readonly kind: 'report-renewed'; readonly report: CredentialReport }
  | { readonly kind: 'report-accepted' }
  | { readonly kind: 'organisations-chosen'; readonly organisations: readonly ChosenOrganisation[] }
  | { readonly kind: 'repositories-chosen'; readonly repositories: RepositoryChoice }
  | { readonly kind: 'step-opened'; readonly step: WizardStep };

/**
 * The wizard after something happened. What stood on an answer that changed falls with it: another host, other data or
 * another way drops what was found, another credential the organisations it does not offer, other organisations their
 * repositories.
 */
export const advanceWizard = (state: WizardState, event: WizardEvent): WizardState => {
  switch (event.kind) {
    case 'host-given':
      return isSameHost(state.host, event.host)
        ? { ...state, host: event.host, step: 'credential' }
        : { step: 'credential', host: event.host, data: state.data };
    case 'data-chosen':
      return { ...withoutReport(state), data: [...event.data] };
    case 'way-chosen':
      return event.way === state.way ? state : { ...withoutReport(state), way: event.way };
    case 'report-found':
      return withReport(state, event.report);
    case 'report-renewed':
      return { ...withReport(state, event.report), step: state.step };
    case 'report-accepted':
      return state.report === undefined ? state : { ...state, step: 'organisations' };
    case 'organisations-chosen':
      return withOrganisations(state, event.organisations);
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
    state.report !== undefined && state.organisations !== undefined,
    state.repositories !== undefined,
  ];
  return answered.slice(0, wizardSteps.indexOf(step) + 1).every(Boolean);
};

/** The credential an organisation can be connected with now; undefined where something stands in the way. */
export const findCredential = ({ obstacle, credentialId }: OrganisationSeen): number | undefined =>
  obstacle === undefined ? credentialId : undefined;

const withoutReport = ({ step, host, data, way }: WizardState): WizardState => ({
  step,
  host,
  data,
  ...(way === undefined ? {} : { way }),
});

/** Organisations that were chosen stay, with the new credential, where it offers all of them. */
const withReport = (state: WizardState, report: CredentialReport): WizardState => {
  const { organisations, repositories } = state;
  const next: WizardState = { ...withoutReport(state), way: report.way, report, step: 'credential' };
  const kept = organisations?.map((chosen) => {
    const offered = report.organisations.find(({ login }) => login === chosen.login);
    const credentialId = offered && findCredential(offered);
    return credentialId === undefined ? undefined : { ...chosen, credentialId };
  });
  if (kept === undefined || !kept.every((each) => each !== undefined)) return next;
  return { ...next, organisations: kept, ...(repositories === undefined ? {} : { repositories }) };
};

const withOrganisations = (state: WizardState, organisations: readonly ChosenOrganisation[]): WizardState => {
  const { repositories, ...rest } = state;
  const logins = (chosen: readonly ChosenOrganisation[] = []) => chosen.map(({ login }) => login).join(' ');
  const isSame = logins(state.organisations) === logins(organisations);
  return {
    ...rest,
    ...(isSame && repositories !== undefined ? { repositories } : {}),
    organisations: [...organisations],
    step: 'repositories',
  };
};

const isSameHost = (before: WizardState['host'], after: WizardState['host']): boolean =>
  before.address === after.address &&
  before.isPrivateAllowed === after.isPrivateAllowed &&
  before.caCertificate === after.caCertificate;
