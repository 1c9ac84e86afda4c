import { Dialog } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';
import { mergePeople, type Person, previewMerge } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './people.module.css';
import { PersonPicker } from './person-picker.tsx';
import { usePersonAct } from './use-person-act.ts';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Merges a person into another: who is picked first, then what goes over is shown, then it is done. */
export const MergeDialog = ({ person, onClose }: Props) => {
  const [into, setInto] = useState<string>();
  const navigate = useNavigate();
  const merge = usePersonAct(
    mergePeople,
    (done) => done,
    (done) => `${person.name} is merged into ${done.person.name}.`,
  );
  const start = (slug: string) =>
    merge.mutate(
      { params: { slug: person.slug }, body: { into: slug } },
      {
        onSuccess: (done) => {
          onClose();
          void navigate({ to: '/people/$slug/accounts', params: { slug: done.person.slug } });
        },
      },
    );
  return (
    <Dialog
      title={`Merge ${person.name} into whom?`}
      width="large"
      onClose={onClose}
      footerButtons={
        into === undefined
          ? []
          : [
              { content: 'Choose another', onClick: () => setInto(undefined) },
              {
                content: `Merge ${person.name}`,
                buttonType: 'primary',
                loading: merge.isPending,
                onClick: () => start(into),
              },
            ]
      }
    >
      <div className={styles['stack']}>
        {into === undefined ? (
          <PersonPicker
            verb="Into"
            exceptSlug={person.slug}
            isBusy={false}
            onPick={({ slug }) => setInto(slug)}
          />
        ) : (
          <Preview slug={person.slug} into={into} />
        )}
        {merge.isError && <FailureMessage error={merge.error} isAnswer />}
      </div>
    </Dialog>
  );
};

const Preview = ({ slug, into }: { readonly slug: string; readonly into: string }) => {
  const preview = useAnswer(previewMerge, { params: { slug }, query: { into } });
  return (
    <Loaded answer={preview} skeleton={<Skeleton label="Looking at what would move" rows={3} />}>
      {(answer) => {
        if (answer.refusal !== undefined) return <p>{answer.refusal}</p>;
        const moved = [
          ...answer.accounts.map(({ login, hostName }) => `the account @${login} on ${hostName}`),
          ...answer.emails.map((address) => `the address ${address}`),
          ...answer.awaitedLogins.map((login) => `the login @${login}, which waits to be seen`),
          ...answer.teams.map((team) => `the time in the team ${team}`),
          ...(answer.user === undefined ? [] : [`signing in as ${answer.user}`]),
        ];
        return (
          <>
            <p>
              {moved.length === 0
                ? `Nothing of ${answer.from.name} goes over to ${answer.into.name}: there is nothing.`
                : `This goes over to ${answer.into.name}:`}
            </p>
            <ul className={styles['list']}>
              {moved.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p>
              The address of {answer.from.name} leads to {answer.into.name} then. Undoing makes two people of
              them again, as they were.
            </p>
          </>
        );
      }}
    </Loaded>
  );
};
