import type { ConnectionSummary, CredentialKind, ReadData } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';

/** What the page of connections answers: how many there are, and how many need somebody. */
export const toConnectionsSentence = (connections: readonly ConnectionSummary[]): string => {
  if (connections.length === 0) return 'No organisation is connected yet.';
  const troubled = connections.filter(({ state }) => state === 'needs-attention').length;
  const all = `${toCount(connections.length, 'organisation is', 'organisations are')} connected`;
  return troubled === 0 ? `${all}.` : `${all}; ${toCount(troubled, 'needs', 'need')} you.`;
};

/** What a connection reads, in words. */
export const toChoiceWords = ({
  repositoryChoice,
  includesArchived,
  includesForks,
}: Pick<ConnectionSummary, 'repositoryChoice' | 'includesArchived' | 'includesForks'>): string => {
  if (repositoryChoice === 'some') return 'The repositories that were chosen';
  const left = [...(includesArchived ? [] : ['archived ones']), ...(includesForks ? [] : ['forks'])];
  return `All repositories, current and future${left.length === 0 ? '' : `, without ${left.join(' and ')}`}`;
};

export const stateWords: Readonly<Record<ConnectionSummary['state'], string>> = {
  active: 'active',
  'needs-attention': 'needs you',
  paused: 'paused',
  disconnecting: 'disconnecting',
};

export const credentialKindWords: Readonly<Record<CredentialKind, string>> = {
  'classic-token': 'Classic token',
  'fine-grained-token': 'Fine-grained token',
  'other-token': 'Token',
  'oauth-token': 'OAuth sign-in',
  'app-installation': 'GitHub App',
};

export const dataWords: Readonly<
  Record<ReadData, { readonly name: string; readonly short: string; readonly without: string }>
> = {
  'pull-requests': {
    short: 'pull requests',
    name: 'Pull requests, with their reviews, comments and commits',
    without: 'Without them there is no list, no figure and no page of work.',
  },
  files: {
    short: 'their files',
    name: 'Files of pull requests',
    without: 'Without them, where code lands and how big a change is by path stay unknown.',
  },
  members: {
    short: 'members and teams',
    name: 'Members and teams',
    without: 'Without them, people and teams are made by hand or from a file.',
  },
};
