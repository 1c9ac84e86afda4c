import { Button } from '@primer/react';
import { useMutation } from '@tanstack/react-query';
import type { SignOnIntent } from '@throughline/contract';
import { useCall } from '../../api/api-context.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { leaveToSignOn } from './sign-on-record.ts';

interface Props {
  readonly label: string;
  readonly intent: SignOnIntent;
  /** The page that opens afterwards. */
  readonly to: string;
  readonly invitation?: string;
  readonly isBlock?: boolean;
}

/** Leads to the provider of single sign-on, and says when that is not to be had. */
export const SignOnButton = ({ label, isBlock = false, ...given }: Props) => {
  const call = useCall();
  const leaving = useMutation({ mutationFn: () => leaveToSignOn(call, given) });
  return (
    <>
      <Button block={isBlock} loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {label}
      </Button>
      {leaving.error !== null && <FailureMessage error={leaving.error} isAnswer />}
    </>
  );
};
