import { UnlinkIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { listUnlinked, makePeople, type RouteAnswer, type UnlinkedAccount } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import type { Selecting } from '../ui/select-column.tsx';
import { useSelection } from '../ui/selection.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { LinkDialog } from './link-dialog.tsx';
import styles from './people.module.css';
import { PeopleTabs } from './people-tabs.tsx';
import { unlinkedColumns } from './unlinked-columns.tsx';
import { usePersonAct } from './use-person-act.ts';

type Answer = RouteAnswer<typeof listUnlinked>;

/** Accounts of nobody, those with most activity first, so that linking begins where it tells most. */
export const UnlinkedPage = () => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const found = useAnswer(listUnlinked, { query: filter === '' ? {} : { q: filter } }, { isKept: true });
  return (
    <Page title="Not linked" sentence={found.data && toSentence(found.data, filter)}>
      <PeopleTabs here="unlinked" count={found.data?.total} />
      <FilterField label="Filter by login or name" value={filter} onChange={setFilter} />
      <IgnoredParams known={['q']} />
      <Loaded answer={found} skeleton={<Skeleton label="Loading accounts of nobody" rows={8} />}>
        {(answer) =>
          answer.total === 0 ? (
            <NoneUnlinked filter={filter} repositories={answer.visibleRepositories} />
          ) : (
            <Accounts answer={answer} filter={filter} />
          )
        }
      </Loaded>
    </Page>
  );
};

const toSentence = ({ total, visibleRepositories }: Answer, filter: string): string => {
  if (visibleRepositories === 0) return 'Whose accounts are nobody’s is not known yet.';
  if (filter !== '') return `${toCount(total, 'account')} found.`;
  if (total === 0) return 'Every account that opened pull requests in the last 90 days is somebody’s.';
  return `${toCount(total, 'account')} of nobody opened pull requests in the last 90 days; they count for no person.`;
};

const Accounts = ({ answer, filter }: { readonly answer: Answer; readonly filter: string }) => {
  const { accounts, total } = answer;
  const isAdministrator = useReader()?.role === 'administrator';
  const selection = useSelection(filter);
  const [linking, setLinking] = useState<readonly number[]>();
  const make = usePersonAct(
    makePeople,
    (done) => done,
    ({ madePeople }) => `${toCount(madePeople, 'person is', 'people are')} made and linked.`,
  );
  const ids = selection.isAll ? accounts.map(toKey) : [...selection.keys].map(Number);
  const commands = (
    <>
      <Button
        size="small"
        variant="primary"
        loading={make.isPending}
        onClick={() => make.mutate({ body: { accountIds: ids } }, { onSuccess: selection.clear })}
      >
        Make {ids.length === 1 ? 'a person' : `${toNumber(ids.length)} people`}
      </Button>
      <Button size="small" onClick={() => setLinking(ids)}>
        Link {toNumber(ids.length)} to a person
      </Button>
    </>
  );
  const selecting: Selecting<UnlinkedAccount> = {
    selection,
    commands,
    toName: ({ account }) => `@${account.login}`,
  };
  return (
    <>
      <RowList
        label="Accounts of nobody"
        columns={unlinkedColumns}
        rows={accounts}
        toKey={toKey}
        total={total}
        rowHeight={41}
        {...(isAdministrator && { selecting })}
      />
      {make.isError && <FailureMessage error={make.error} isAnswer />}
      {total > accounts.length && (
        <p className={styles['note']}>
          The {toNumber(accounts.length)} with most activity of {toNumber(total)}. Filter to see the others.
        </p>
      )}
      {linking !== undefined && (
        <LinkDialog
          accountIds={linking}
          onClose={() => setLinking(undefined)}
          onLinked={() => {
            setLinking(undefined);
            selection.clear();
          }}
        />
      )}
    </>
  );
};

const toKey = ({ account }: UnlinkedAccount): number => account.accountId;

interface NoneProps {
  readonly filter: string;
  readonly repositories: number;
}

const NoneUnlinked = ({ filter, repositories }: NoneProps) => {
  const isAdministrator = useReader()?.role === 'administrator';
  if (repositories === 0) {
    return (
      <EmptyState
        cause="not-for-you"
        icon={UnlinkIcon}
        next={isAdministrator && <PathLink path="/settings/github">Connect GitHub</PathLink>}
      >
        You see no repository here yet, so there is no activity to show.
      </EmptyState>
    );
  }
  return filter === '' ? (
    <EmptyState cause="nothing-yet" icon={UnlinkIcon}>
      Everybody who opened pull requests in the last 90 days is a person here. Bots and AI agents are apart.
    </EmptyState>
  ) : (
    <EmptyState cause="nothing-matches" icon={UnlinkIcon}>
      No account of nobody has “{filter}” in its login or name.
    </EmptyState>
  );
};
