import { listOwnAccounts } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectOwnAccount } from './connect-own-account.tsx';
import { OwnAccountCard } from './own-account-card.tsx';
import { OwnPersonOffer } from './own-person-offer.tsx';

/** My GitHub account: what is connected, what it may, and connecting it. */
export const OwnAccountsSection = () => {
  const answer = useAnswer(listOwnAccounts);
  return (
    <Section title="GitHub account">
      <Loaded answer={answer} skeleton={<Skeleton label="Loading your GitHub account" rows={4} />}>
        {({ accounts, hosts }) => (
          <>
            {accounts.map((account) => (
              <OwnAccountCard key={account.ownAccountId} account={account} />
            ))}
            <OwnPersonOffer accounts={accounts} />
            <ConnectOwnAccount accounts={accounts} hosts={hosts} />
          </>
        )}
      </Loaded>
    </Section>
  );
};
