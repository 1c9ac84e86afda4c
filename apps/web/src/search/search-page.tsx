import { SearchIcon } from '@primer/octicons-react';
import { type RouteAnswer, search } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { groupNames } from './hit-icons.data.ts';
import { HitList } from './hit-list.tsx';
import { listRecent } from './recent.ts';

/** Hits of a kind on the page; the lists behind them have all. */
const hitsAKind = 50;

/** Everything that is called so, in what the reader sees; the best hit first. */
export const SearchPage = () => {
  const [typed, setTyped] = useParam('q', { isTyped: true });
  const text = typed.trim();
  const answer = useAnswer(
    search,
    { query: { q: text.slice(0, 400), limit: hitsAKind } },
    { enabled: text !== '', isKept: true },
  );
  return (
    <Page title="Search" sentence={text === '' ? undefined : answer.data && toSentence(answer.data, text)}>
      <FilterField
        label="Words, #number, @person or an address at GitHub"
        value={typed}
        onChange={setTyped}
      />
      <IgnoredParams known={['q']} />
      {text === '' ? (
        <RecentPages />
      ) : (
        <Loaded answer={answer} skeleton={<Skeleton label={`Looking for ${text}`} rows={6} />}>
          {(found) => <Found found={found} text={text} />}
        </Loaded>
      )}
    </Page>
  );
};

type Answer = RouteAnswer<typeof search>;

const toSentence = ({ groups, address }: Answer, text: string): string => {
  if (address !== undefined) return address.kind === 'found' ? 'This address leads here:' : address.reason;
  const named = groups.map(({ kind, hits }) => {
    const isCut = hits.length === hitsAKind ? 'at least ' : '';
    const [one, many] = words[kind];
    return `${isCut}${toCount(hits.length, one, many)}`;
  });
  if (named.length === 0) return `Nothing that you can see has “${text}” in it.`;
  const sentence = named.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
};

const words = {
  person: ['person', 'people'],
  team: ['team', 'teams'],
  repository: ['repository', 'repositories'],
  'pull-request': ['pull request', 'pull requests'],
} as const;

const Found = ({
  found: { groups, address, note },
  text,
}: {
  readonly found: Answer;
  readonly text: string;
}) => {
  const target = address?.kind === 'found' ? address : address?.instead;
  if (target !== undefined) return <PathLink path={target.path}>Open {target.title}</PathLink>;
  return (
    <>
      {groups.map(({ kind, hits }) => (
        <Section
          key={kind}
          title={groupNames[kind]}
          aside={
            kind === 'pull-request' &&
            hits.length === hitsAKind && (
              <PathLink path={`/pulls?q=${encodeURIComponent(text)}`}>All that match</PathLink>
            )
          }
        >
          <HitList label={groupNames[kind]} hits={hits} />
        </Section>
      ))}
      {note !== undefined && <p>{note}</p>}
      {groups.length === 0 && (
        <EmptyState cause="nothing-matches" icon={SearchIcon}>
          Try a part of the name, #number for a pull request, @name for a person, or paste an address from
          GitHub.
        </EmptyState>
      )}
    </>
  );
};

const RecentPages = () => {
  const userId = useReader()?.userId;
  const recent = userId === undefined ? [] : listRecent(userId).slice(0, 20);
  if (recent.length === 0) {
    return (
      <EmptyState cause="nothing-yet" icon={SearchIcon}>
        Type words of a title, a name, #number, or paste an address from GitHub.
      </EmptyState>
    );
  }
  return (
    <Section title="Recent">
      <ul>
        {recent.map(({ path, title }) => (
          <li key={path}>
            <div>
              <PathLink path={path}>{title}</PathLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
