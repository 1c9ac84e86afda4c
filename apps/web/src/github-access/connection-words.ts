import type { ConnectionSummary, CredentialKind } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';

/** What the page of connections answers: how many there are, and how many need somebody. */
export const toConnectionsSentence = (connections: readonly ConnectionSummary[]): string => {
  if (connections.length === 0) return 'No organisation is connected yet.';
  const troubled = connections.filter(({ state }) => state === 'needs-attention').length;
  const all = `${toCount(connections.length, 'organisation is', 'organisations are')} connected`;
  return troubled === 0 ? `${all}.` : `${all}; ${toCount(troubled, 'needs', 'need')} you.`;
};

type Rules = Pick<ConnectionSummary, 'includesArchived' | 'includesForks'>;

/** What "all repositories" are: "current and future, without forks". */
export const toRuleWords = ({ includesArchived, includesForks }: Rules): string => {
  const left = [...(includesArchived ? [] : ['archived ones']), ...(includesForks ? [] : ['forks'])];
  return `current and future${left.length === 0 ? '' : `, without ${left.join(' and ')}`}`;
};

/** What a connection reads, in words. */
export const toChoiceWords = ({
  repositoryChoice,
  ...rules
}: Rules & Pick<ConnectionSummary, 'repositoryChoice'>): string =>
  repositoryChoice === 'some'
    ? 'The repositories that were chosen'
    : `All repositories, ${toRuleWords(rules)}`;

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
