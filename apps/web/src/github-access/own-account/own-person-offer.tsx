import { Button } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import { becomePerson, type OwnAccount } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { useReader } from '../../api/use-session.ts';
import { AppLinkButton } from '../../ui/app-link-button.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { useTell } from '../../ui/tell-context.ts';
import styles from './own-account.module.css';

/** Who connected an account and is no person here yet becomes one by it. */
export const OwnPersonOffer = ({ accounts }: { readonly accounts: readonly OwnAccount[] }) => {
  const reader = useReader();
  const tell = useTell();
  const queries = useQueryClient();
  const change = useChange(becomePerson, {
    onDone: ({ name, isNew }) => {
      tell({ text: isNew ? `You are ${name} among the people now.` : `You are tied to ${name} now.` });
      void queries.invalidateQueries();
    },
  });
  const isProven = accounts.some(({ state }) => state !== 'ending');
  if (reader === undefined || reader.person !== undefined || !isProven) return undefined;
  return (
    <>
      <p>
        You are not tied to a person yet, so your work is on nobody’s page. Become the person who has this
        account, or a new one if nobody has it alone.
      </p>
      <div className={styles['buttons']}>
        <Button variant="primary" onClick={() => change.mutate({ body: {} })} loading={change.isPending}>
          Make this my person
        </Button>
        {reader.role === 'administrator' && <AppLinkButton to="/people">Choose my person</AppLinkButton>}
      </div>
      {change.error !== null && <FailureMessage error={change.error} isAnswer />}
    </>
  );
};
