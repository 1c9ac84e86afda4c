import type { CredentialReport, OrganisationSeen } from '@throughline/contract';
import { toCount } from '../../ui/number-words.ts';
import { credentialKindWords } from '../connection-words.ts';
import type { WizardState, WizardStep } from './wizard-state.ts';

export const stepNames: Readonly<Record<WizardStep, string>> = {
  host: 'Host',
  credential: 'Credential',
  organisations: 'Organisations',
  repositories: 'Repositories',
  start: 'Start',
};

/** What each step asks. */
export const stepQuestions: Readonly<Record<WizardStep, string>> = {
  host: 'Where does your organisation live?',
  credential: 'What shall be read, and with what right?',
  organisations: 'Which organisations shall be read?',
  repositories: 'Which of their repositories?',
  start: 'This is what will be read.',
};

/** What was answered at a step, in a line. */
export const toAnswer = (
  { host, report, organisations, repositories }: WizardState,
  step: WizardStep,
): string | undefined => {
  switch (step) {
    case 'host':
      return host.address === '' ? 'github.com' : host.address;
    case 'credential':
      return report && toCredentialWords(report);
    case 'organisations':
      return organisations?.map(toOrganisationWords).join(', ');
    case 'repositories':
      if (repositories === undefined) return undefined;
      return repositories.kind === 'all'
        ? 'All, current and future'
        : toCount(repositories.picked.length, 'repository', 'repositories');
    case 'start':
      return undefined;
  }
};

const toCredentialWords = ({ kind, login }: CredentialReport): string =>
  kind === 'app-installation'
    ? `${credentialKindWords[kind]} ${login}`
    : `${credentialKindWords[kind]} of ${login}`;

const toOrganisationWords = ({ login, name }: { readonly login: string; readonly name: string }): string =>
  login === name ? login : `${login}, called “${name}”`;

/** What stands under an organisation that can be connected: where an App is installed, or who the credential's owner is. */
export const toReachWords = ({ role, reach, sees }: OrganisationSeen): string => {
  if (sees !== undefined) return `${toRoleWords(role)} · ${toSeenWords(sees, reach)}`;
  if (reach?.kind === 'chosen') {
    return reach.repositories === undefined
      ? 'installed on chosen repositories'
      : `installed on ${toCount(reach.repositories, 'chosen repository', 'chosen repositories')}`;
  }
  if (reach?.kind === 'all') {
    const now = reach.repositories === undefined ? '' : `: ${reach.repositories} now, and those to come`;
    return `installed on all repositories${now}`;
  }
  return toRoleWords(role);
};

const toRoleWords = (role: OrganisationSeen['role']): string =>
  role === 'owner' ? 'you are an owner' : 'you are a member';

/** How many of an organisation's repositories a token or a sign-in sees, and how many private ones it does not. */
const toSeenWords = (
  { all, private: privateOnes, hidden = 0 }: NonNullable<OrganisationSeen['sees']>,
  reach: OrganisationSeen['reach'],
): string => {
  const seen =
    reach?.kind === 'chosen'
      ? toCount(reach.repositories ?? 0, 'chosen repository', 'chosen repositories')
      : toCount(all, 'repository', 'repositories');
  const kept =
    hidden === 0 ? '' : `; ${toCount(hidden, 'private one stays', 'private ones stay')} hidden from it`;
  return `${seen} seen, ${privateOnes} of them private${kept}`;
};

/** "a", "a and b", "a, b and c". */
export const listInWords = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
