import { Button } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';
import { getSync, listConnections, startDemo } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';

/** Connects the demo organisation and shows how it is read. */
export const StartDemoButton = () => {
  const navigate = useNavigate();
  const tell = useTell();
  const change = useChange(startDemo, {
    refreshes: [getSync, listConnections],
    onDone: async () => {
      tell({ text: 'The demo is started. Its first pull requests arrive in a few seconds.' });
      await navigate({ to: '/sync' });
    },
  });
  return (
    <>
      <Button loading={change.isPending} onClick={() => change.mutate({})}>
        Start the demo
      </Button>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </>
  );
};
