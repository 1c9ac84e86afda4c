import { Dialog } from '@primer/react';
import { type Person, splitPerson } from '@throughline/contract';
import { useState } from 'react';
import { CheckField } from '../ui/check-field.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './people.module.css';
import { usePersonAct } from './use-person-act.ts';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Takes accounts and addresses out of a person into a new one. */
export const SplitDialog = ({ person, onClose }: Props) => {
  const [name, setName] = useState('');
  const [linkIds, setLinkIds] = useState<readonly number[]>([]);
  const [emails, setEmails] = useState<readonly string[]>([]);
  const split = usePersonAct(
    splitPerson,
    (done) => done,
    (done) => `${done.person.name} is taken out of ${person.name}.`,
  );
  const addresses = [...(person.email === undefined ? [] : [person.email]), ...person.emails];
  const isEmpty = linkIds.length + emails.length === 0;
  const start = () =>
    split.mutate(
      {
        params: { slug: person.slug },
        body: { name, accountLinkIds: [...linkIds], emails: [...emails] },
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      title={`Take somebody out of ${person.name}`}
      width="large"
      onClose={onClose}
      footerButtons={[
        { content: 'Keep them together', onClick: onClose },
        {
          content: 'Make a person of these',
          buttonType: 'primary',
          disabled: isEmpty || name.trim() === '',
          loading: split.isPending,
          onClick: start,
        },
      ]}
    >
      <div className={styles['stack']}>
        <p>What you tick becomes a new person’s, with all its history. It can be undone.</p>
        {person.links.map(({ accountLinkId, account: { login, hostName } }) => (
          <CheckField
            key={accountLinkId}
            label={`@${login} on ${hostName}`}
            isOn={linkIds.includes(accountLinkId)}
            onChange={() => setLinkIds(toggle(linkIds, accountLinkId))}
          />
        ))}
        {addresses.map((address) => (
          <CheckField
            key={address}
            label={address}
            isOn={emails.includes(address)}
            onChange={() => setEmails(toggle(emails, address))}
          />
        ))}
        <TextField
          label="Name of the new person"
          autoComplete="off"
          isRequired
          field={{ value: name, need: undefined, onChange: setName, onBlur: () => undefined }}
        />
        {split.isError && <FailureMessage error={split.error} isAnswer />}
      </div>
    </Dialog>
  );
};

const toggle = <Item,>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
