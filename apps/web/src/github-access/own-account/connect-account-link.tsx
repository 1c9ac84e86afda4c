import { listOwnAccounts } from '@throughline/contract';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { AppLinkButton } from '../../ui/app-link-button.tsx';

interface Props {
  /** What is offered where no app is registered by which an account can be connected. */
  readonly otherwise: ReactNode;
}

/** The way to one's own account, for whoever can connect it themselves. */
export const ConnectAccountLink = ({ otherwise }: Props) => {
  const { data } = useAnswer(listOwnAccounts);
  const canConnect = data !== undefined && data.hosts.length + data.accounts.length > 0;
  return canConnect ? (
    <AppLinkButton to="/settings/me" variant="primary">
      Connect GitHub account
    </AppLinkButton>
  ) : (
    otherwise
  );
};
