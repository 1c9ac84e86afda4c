import { LightBulbIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import {
  acceptSuggestions,
  listSuggestions,
  type RouteAnswer,
  rejectSuggestion,
  type Suggestion,
  undoRejection,
} from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import { useSelection } from '../ui/selection.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { DomainsForm } from './domains-form.tsx';
import styles from './people.module.css';
import { PeopleTabs } from './people-tabs.tsx';
import { PersonActs } from './person-acts.tsx';
import { personAnswers } from './person-answers.data.ts';
import { toSuggestionColumns } from './suggestion-columns.tsx';
import { usePersonAct } from './use-person-act.ts';

type Answer = RouteAnswer<typeof listSuggestions>;

/** Which accounts may be whose, with what speaks for it. */
export const SuggestionsPage = () => {
  const found = useAnswer(listSuggestions);
  const accept = usePersonAct(acceptSuggestions, (done) => done, toTold);
  const certain = found.data?.certain ?? 0;
  return (
    <Page
      title="Suggestions"
      sentence={found.data && toSentence(found.data)}
      action={
        certain > 0 && (
          <Button
            variant="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ body: { allCertain: true } })}
          >
            Accept all {toNumber(certain)} that are certain
          </Button>
        )
      }
    >
      <PeopleTabs here="suggestions" count={found.data?.total} />
      <IgnoredParams known={[]} />
      {accept.isError && <FailureMessage error={accept.error} isAnswer />}
      <Loaded answer={found} skeleton={<Skeleton label="Looking for whose accounts are whose" rows={8} />}>
        {(answer) =>
          answer.total === 0 ? (
            <NoSuggestion />
          ) : (
            <Suggestions answer={answer} onAccept={(keys) => accept.mutate({ body: { keys: [...keys] } })} />
          )
        }
      </Loaded>
      {/* Beneath what is awaited, so that nothing moves when it comes. */}
      {found.data !== undefined && (
        <>
          <Section title="Your own e-mail domains">
            <DomainsForm />
          </Section>
          <Section title="Done lately">
            <PersonActs />
          </Section>
        </>
      )}
    </Page>
  );
};

const toTold = ({ linkedAccounts, madePeople }: RouteAnswer<typeof acceptSuggestions>): string => {
  const made = madePeople === 0 ? '' : ` ${toCount(madePeople, 'person is', 'people are')} new.`;
  return `${toCount(linkedAccounts, 'account is', 'accounts are')} linked.${made}`;
};

const toSentence = ({ certain, total }: Answer): string => {
  if (total === 0) return 'No account waits for an answer.';
  const open = total - certain;
  if (open === 0) return `${toCount(total, 'suggestion')}, all certain: each rests on proof.`;
  return `${toCount(total, 'suggestion')}: ${toNumber(certain)} certain, ${toNumber(open)} to look at.`;
};

interface ListProps {
  readonly answer: Answer;
  readonly onAccept: (keys: readonly string[]) => void;
}

const Suggestions = ({ answer, onAccept }: ListProps) => {
  const { suggestions, total } = answer;
  const selection = useSelection('suggestions');
  const reject = useReject();
  const keys = selection.isAll ? suggestions.map(toKey) : [...selection.keys].map(String);
  return (
    <>
      <RowList
        label="Suggestions"
        columns={toSuggestionColumns({ onAccept: (key) => onAccept([key]), onReject: reject.start })}
        rows={suggestions}
        toKey={toKey}
        total={total}
        rowHeight={88}
        selecting={{
          selection,
          toName: ({ name }) => name,
          commands: (
            <Button
              size="small"
              variant="primary"
              onClick={() => {
                onAccept(keys);
                selection.clear();
              }}
            >
              Link {toNumber(keys.length)}
            </Button>
          ),
        }}
      />
      {reject.error !== null && <FailureMessage error={reject.error} isAnswer />}
      {total > suggestions.length && (
        <p className={styles['note']}>
          The first {toNumber(suggestions.length)} of {toNumber(total)}; the others come as these are
          answered.
        </p>
      )}
    </>
  );
};

const toKey = ({ key }: Suggestion): string => key;

/** Says that a suggestion is wrong; it stays away until that is undone. */
const useReject = () => {
  const tell = useTell();
  const undo = useChange(undoRejection, { refreshes: personAnswers });
  const change = useChange(rejectSuggestion, { refreshes: personAnswers });
  const start = ({ key, name }: Suggestion) =>
    change.mutate(
      { body: { key } },
      {
        onSuccess: ({ rejectionIds }) =>
          tell({
            text: `The suggestion for ${name} is rejected and stays away.`,
            undo: () => undo.mutate({ body: { rejectionIds } }),
          }),
      },
    );
  return { start, error: change.error ?? undo.error };
};

const NoSuggestion = () => (
  <EmptyState
    cause="nothing-yet"
    icon={LightBulbIcon}
    next={<PathLink path="/people/import">Import people</PathLink>}
  >
    Nothing suggests whose an account is. E-mail addresses help most: GitHub joins commits to accounts by
    them, and tells an owner members’ verified ones. Add them to people, or import a file with them.
  </EmptyState>
);
