import type {
  ConnectionRepository,
  ConnectionSummary,
  listConnectionRepositories,
  RouteAnswer,
} from '@throughline/contract';
import { toRuleWords } from '../connection-words.ts';

type Saved = RouteAnswer<typeof listConnectionRepositories>;

/** A choice of repositories as it is being made. */
export interface ChoiceDraft
  extends Pick<ConnectionSummary, 'repositoryChoice' | 'includesArchived' | 'includesForks'> {
  /** GitHub ids; of no meaning where all are read. */
  readonly picked: readonly number[];
}

/** The choice that is in force. What is read now is what was picked. */
export const toSavedDraft = ({
  repositoryChoice,
  includesArchived,
  includesForks,
  repositories,
}: Omit<Saved, 'revision'>): ChoiceDraft => ({
  repositoryChoice,
  includesArchived,
  includesForks,
  picked: repositories.filter(isRead).map(({ githubId }) => githubId),
});

const isRead = ({ group }: ConnectionRepository): boolean => group === 'read' || group === 'no-access';

/** How many repositories more a choice reads, and how many no more. Gone ones are nobody's choice. */
export function weighChoice(
  repositories: readonly ConnectionRepository[],
  draft: ChoiceDraft,
): { readonly begun: number; readonly ended: number } {
  const here = repositories.filter(({ group }) => group !== 'gone');
  const picked = new Set(draft.picked);
  const wanted = (one: ConnectionRepository): boolean => {
    if (draft.repositoryChoice === 'some') return picked.has(one.githubId);
    return (draft.includesArchived || !one.isArchived) && (draft.includesForks || !one.isFork);
  };
  return {
    begun: here.filter((one) => wanted(one) && !isRead(one)).length,
    ended: here.filter((one) => !wanted(one) && isRead(one)).length,
  };
}

/** Whether two choices say the same. */
export function isSameChoice(one: ChoiceDraft, other: ChoiceDraft): boolean {
  if (one.repositoryChoice !== other.repositoryChoice) return false;
  if (one.repositoryChoice === 'all') {
    return one.includesArchived === other.includesArchived && one.includesForks === other.includesForks;
  }
  return (
    one.picked.length === other.picked.length &&
    new Set([...one.picked, ...other.picked]).size === one.picked.length
  );
}

/** A choice in words: "Some: 12 repositories". */
export function toDraftWords({ repositoryChoice, picked, ...rules }: ChoiceDraft): string {
  if (repositoryChoice === 'some') {
    return `some: ${picked.length} ${picked.length === 1 ? 'repository' : 'repositories'}`;
  }
  return `all, ${toRuleWords(rules)}`;
}
