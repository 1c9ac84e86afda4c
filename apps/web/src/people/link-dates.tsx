import { Button } from '@primer/react';
import { type AccountLink, type Person, updateLink } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import { DayField } from './day-field.tsx';
import styles from './people.module.css';
import { personAnswers } from './person-answers.data.ts';

interface Props {
  readonly person: Person;
  readonly link: AccountLink;
}

/** From when until when an account was this person's. Saving can be undone. */
export const LinkDates = ({ person, link }: Props) => {
  const tell = useTell();
  const change = useChange(updateLink, { refreshes: personAnswers });
  const before = { fromOn: link.fromOn ?? null, untilOn: link.untilOn ?? null };
  const [fromOn, setFrom] = useState(link.fromOn ?? '');
  const [untilOn, setUntil] = useState(link.untilOn ?? '');
  const params = { slug: person.slug, accountLinkId: link.accountLinkId };
  const isChanged = fromOn !== (before.fromOn ?? '') || untilOn !== (before.untilOn ?? '');
  const save = () =>
    change.mutate(
      { params, body: { fromOn: fromOn || null, untilOn: untilOn || null } },
      {
        onSuccess: () =>
          tell({
            text: `@${link.account.login} has its dates.`,
            undo: () => change.mutate({ params, body: before }),
          }),
      },
    );
  return (
    <div className={styles['dates']}>
      <DayField label={`@${link.account.login} theirs from`} field={{ value: fromOn, onChange: setFrom }} />
      <DayField
        label={`@${link.account.login} theirs until`}
        field={{ value: untilOn, onChange: setUntil }}
      />
      <Button size="small" disabled={!isChanged} loading={change.isPending} onClick={save}>
        Save dates
      </Button>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </div>
  );
};
