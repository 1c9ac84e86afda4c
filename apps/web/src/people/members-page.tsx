import { PeopleIcon, PlugIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import {
  addMembers,
  listConnections,
  type MemberRow,
  previewMembers,
  type RouteAnswer,
} from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLink } from '../ui/app-link.tsx';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import styles from './people.module.css';
import { PersonName } from './person-name.tsx';
import { usePersonAct } from './use-person-act.ts';

type Preview = RouteAnswer<typeof previewMembers>;

/** Makes people of an organisation's members, after showing what each of them becomes. */
export const MembersPage = () => {
  const connections = useAnswer(listConnections);
  const [chosen, setChosen] = useParam('connection');
  const names = connections.data?.connections.map(({ name }) => name) ?? [];
  const name = chosen === '' ? names[0] : chosen;
  return (
    <Page
      title="From GitHub members"
      trail={
        <>
          <AppLink to="/people">People</AppLink> /
        </>
      }
    >
      <IgnoredParams known={['connection']} />
      <Loaded answer={connections} skeleton={<Skeleton label="Loading connections" rows={1} />}>
        {() =>
          name === undefined ? (
            <EmptyState
              cause="nothing-yet"
              icon={PlugIcon}
              next={<AppLinkButton to="/settings/github/new">Connect GitHub</AppLinkButton>}
            >
              No organisation is connected yet, so its members are not known.
            </EmptyState>
          ) : (
            <>
              {names.length > 1 && (
                <SelectField
                  label="Connection"
                  value={name}
                  onChange={setChosen}
                  options={names.map((value) => ({ value, name: value }))}
                />
              )}
              <Members key={name} name={name} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const Members = ({ name }: { readonly name: string }) => {
  const preview = useAnswer(previewMembers, { params: { name } });
  const add = usePersonAct(
    addMembers,
    (done) => done,
    ({ madePeople, linkedAccounts }) =>
      `${toCount(linkedAccounts, 'member is', 'members are')} linked, ${toCount(madePeople, 'person', 'people')} made.`,
  );
  const start = () => add.mutate({ params: { name } }, { onSuccess: () => void preview.refetch() });
  return (
    <Loaded answer={preview} skeleton={<Skeleton label="Asking GitHub for the members" rows={8} />}>
      {(answer) => (
        <>
          <p>{toSentence(answer)}</p>
          <p className={styles['note']}>{toEmailsSentence(answer)}</p>
          <div>
            <Button
              variant="primary"
              loading={add.isPending}
              disabled={countNew(answer) === 0}
              onClick={start}
            >
              {countNew(answer) === 0 ? 'Everybody is here' : `Add ${toCount(countNew(answer), 'member')}`}
            </Button>
          </div>
          {add.isError && <FailureMessage error={add.error} isAnswer />}
          {answer.members.length === 0 ? (
            <EmptyState cause="not-read" icon={PeopleIcon}>
              GitHub shows no member of {answer.organisation}. A token without read:org sees public members
              alone.
            </EmptyState>
          ) : (
            <RowList
              label="Members"
              columns={columns}
              rows={answer.members}
              toKey={({ login }) => login}
              rowHeight={41}
            />
          )}
        </>
      )}
    </Loaded>
  );
};

const countNew = ({ members }: Preview): number =>
  members.filter(({ does }) => does === 'adds' || does === 'links').length;

const toSentence = ({ organisation, members }: Preview): string => {
  const here = members.filter(({ does }) => does === 'here').length;
  return `${toCount(members.length, 'member')} of ${organisation}, of whom ${toNumber(here)} ${here === 1 ? 'is' : 'are'} here already. Nothing is written before you say so.`;
};

const toEmailsSentence = ({ verifiedEmails, organisation }: Preview): string => {
  if (verifiedEmails === undefined) {
    return `GitHub does not tell this connection members’ verified e-mails: it tells an owner of ${organisation}, by a token with read:org and user:email, or with Members set to read.`;
  }
  return verifiedEmails === 0
    ? `GitHub tells no verified e-mail of theirs: ${organisation} has verified no domain there, or nobody has an address at one.`
    : `${toCount(verifiedEmails, 'verified e-mail')} at domains of ${organisation} came with them from GitHub. Each is proof whose an account is.`;
};

const columns: readonly Column<MemberRow>[] = [
  {
    key: 'login',
    head: 'Member',
    cell: ({ login, name }) => (
      <>
        <strong>@{login}</strong> {name !== login && <bdi dir="auto">{name}</bdi>}
      </>
    ),
  },
  {
    key: 'does',
    head: 'What happens',
    cell: (row) => <Does row={row} />,
  },
];

const Does = ({ row: { does, person, name, class: kind } }: { readonly row: MemberRow }) => {
  const who = person !== undefined && <PersonName person={{ ...person, isDemo: false }} />;
  switch (does) {
    case 'here':
      return <>is {who} already</>;
    case 'links':
      return <>is linked to {who}, by proof</>;
    case 'adds':
      return (
        <>
          becomes a new person, <bdi dir="auto">{name}</bdi>
        </>
      );
    case 'apart':
      return <>stays apart, as {kind === 'bot' ? 'a bot' : 'an AI agent'}</>;
  }
};
