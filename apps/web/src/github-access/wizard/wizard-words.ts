import { toCount } from '../../ui/number-words.ts';
import { tokenKindWords } from '../connection-words.ts';
import type { WizardState, WizardStep } from './wizard-state.ts';

export const stepNames: Readonly<Record<WizardStep, string>> = {
  host: 'Host',
  token: 'Token',
  organisation: 'Organisation',
  repositories: 'Repositories',
  start: 'Start',
};

/** What each step asks. */
export const stepQuestions: Readonly<Record<WizardStep, string>> = {
  host: 'Where does your organisation live?',
  token: 'Which token may Throughline read with?',
  organisation: 'Which organisation shall be read?',
  repositories: 'Which of its repositories?',
  start: 'This is what will be read.',
};

/** What was answered at a step, in a line. */
export const toAnswer = (
  { host, report, organisation, repositories }: WizardState,
  step: WizardStep,
): string | undefined => {
  switch (step) {
    case 'host':
      return host.address === '' ? 'github.com' : host.address;
    case 'token':
      return report && `${tokenKindWords[report.tokenKind]} of ${report.login}`;
    case 'organisation':
      return organisation && toOrganisationWords(organisation);
    case 'repositories':
      if (repositories === undefined) return undefined;
      return repositories.kind === 'all'
        ? 'All, current and future'
        : toCount(repositories.picked.length, 'repository', 'repositories');
    case 'start':
      return undefined;
  }
};

const toOrganisationWords = ({ login, name }: { readonly login: string; readonly name: string }): string =>
  login === name ? login : `${login}, called “${name}”`;
