import {
  getWorkspace,
  listPullRequestValues,
  listRepositories,
  listTeams,
  pullStates,
  type RouteAnswer,
  search,
} from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNow } from '../ui/now-context.tsx';
import { type FilterChoice, listDays, narrowChoices } from './filter-choices.ts';
import { offeredPeriods } from './periods.data.ts';
import type { Qualifier, ValueSource } from './qualifiers.data.ts';
import { stateWords } from './state-words.data.ts';

interface FilterChoices {
  readonly choices: readonly FilterChoice[];
  readonly isAwaited: boolean;
  readonly error: unknown;
  readonly retry: () => unknown;
}

const states = pullStates.map((value) => ({ value, name: stateWords[value] }));

const reviews: readonly FilterChoice[] = [
  { value: 'approved', name: 'Approved' },
  { value: 'changes-requested', name: 'Changes requested' },
  { value: 'review-required', name: 'Review required' },
  { value: 'none', name: 'No decision' },
];

const missing: readonly FilterChoice[] = [
  { value: 'label', name: 'Label' },
  { value: 'assignee', name: 'Assignee' },
];

const periods = offeredPeriods.map(([value, name]) => ({ value, name, detail: value }));

const me: FilterChoice = { value: '@me', name: 'Me', detail: '@me, whoever reads it' };
const mine: FilterChoice = { value: '@mine', name: 'My teams', detail: '@mine, whoever reads it' };

/** Sources in which anything that is typed may be asked for. */
const openSources: readonly ValueSource[] = ['people', 'labels', 'bases', 'words', 'repositories', 'periods'];

/** What can be chosen for a qualifier while something is typed; what is typed stands last where it may be a value. */
export const useFilterChoices = ({ source }: Qualifier, typed: string): FilterChoices => {
  const text = typed.trim();
  const { isPending, isPlaceholderData, isEnabled, error, refetch, listed } = useListed(source, text);
  const isAwaited = isEnabled && error === null && (isPending || isPlaceholderData);
  const on = useToday();
  const narrowed =
    source === 'people'
      ? [...narrowChoices([me], text), ...listed]
      : narrowChoices(source === 'teams' ? [mine, ...listed] : listed, text);
  const offered = source === 'days' ? listDays(on, text) : narrowed;
  // Whoever presses Enter at once means the first that is found, not the account of that name.
  const asTyped = isAwaited ? [] : toTyped(source, text);
  return {
    choices: [...offered, ...asTyped.filter(({ value }) => offered.every((one) => one.value !== value))],
    isAwaited,
    error: isEnabled ? error : null,
    retry: refetch,
  };
};

/** The day it is where the workspace is, as `2026-11-21`. */
function useToday(): string {
  const zone = useAnswer(getWorkspace).data?.zone;
  const now = useNow();
  // The way days are written in Sweden is that of ISO.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(now);
}

/** What is typed, as a value; people who are not found by their name are asked for by their account. */
function toTyped(source: ValueSource, text: string): readonly FilterChoice[] {
  if (text === '' || !openSources.includes(source)) return [];
  if (source === 'people') {
    const login = text.replace(/^@/, '');
    return /^[\w.[\]-]+$/.test(login)
      ? [{ value: `@${login}`, name: `@${login}`, detail: 'the account' }]
      : [];
  }
  if (source === 'repositories' && !/^[^/\s]+\/[^/\s]+$/.test(text)) return [];
  return [{ value: text, name: text, detail: 'as typed' }];
}

function useListed(source: ValueSource, text: string) {
  const people = useAnswer(
    search,
    { query: { q: `@${text.replace(/^@/, '')}`.slice(0, 400), limit: 20 } },
    { enabled: source === 'people' && text.replace(/^@/, '') !== '', isKept: true },
  );
  const teams = useAnswer(listTeams, undefined, { enabled: source === 'teams' });
  const repositories = useAnswer(listRepositories, undefined, { enabled: source === 'repositories' });
  const name = source === 'bases' ? 'base' : 'label';
  const values = useAnswer(
    listPullRequestValues,
    { query: { name } },
    { enabled: source === 'labels' || source === 'bases' },
  );
  switch (source) {
    case 'people':
      return { ...people, listed: toPeople(people.data) };
    case 'teams':
      return { ...teams, listed: toTeams(teams.data) };
    case 'repositories':
      return { ...repositories, listed: toRepositories(repositories.data) };
    case 'labels':
    case 'bases':
      return { ...values, listed: (values.data?.values ?? []).map((value) => ({ value, name: value })) };
    default:
      return { ...nothingAsked, listed: fixed[source] ?? [] };
  }
}

const nothingAsked = {
  isPending: false,
  isPlaceholderData: false,
  isEnabled: false,
  error: null,
  refetch: () => undefined,
};

const fixed: Readonly<Partial<Record<ValueSource, readonly FilterChoice[]>>> = {
  states,
  reviews,
  missing,
  periods,
};

const toPeople = (found: RouteAnswer<typeof search> | undefined): readonly FilterChoice[] =>
  (found?.groups ?? [])
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ hits }) => hits)
    .map(({ title, path, detail }) => ({
      value: decodeURIComponent(path.replace('/people/', '')),
      name: title,
      detail,
    }));

const toTeams = (found: RouteAnswer<typeof listTeams> | undefined): readonly FilterChoice[] =>
  (found?.teams ?? []).map(({ slug, name }) => ({ value: slug, name }));

/** Owners with all that is theirs, then one by one. */
function toRepositories(found: RouteAnswer<typeof listRepositories> | undefined): readonly FilterChoice[] {
  const names = (found?.repositories ?? []).map(({ fullName }) => fullName);
  const owners = [...new Set(names.map((name) => name.split('/')[0] ?? name))];
  return [
    ...owners.map((owner) => ({
      value: `${owner}/*`,
      name: `${owner}/*`,
      detail: 'all of its repositories',
    })),
    ...names.map((name) => ({ value: name, name })),
  ];
}
