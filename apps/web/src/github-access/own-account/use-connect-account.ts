import { useQueryClient } from '@tanstack/react-query';
import { beginOwnAccount, connectOwnAccount, type RouteAnswer } from '@throughline/contract';
import { useRef } from 'react';
import { useCall } from '../../api/api-context.ts';
import { useTell } from '../../ui/tell-context.ts';
import { useLeaving } from '../leaving/use-leaving.ts';

/** Leads to a host to connect one's own account there, and says what became of it. */
export const useConnectAccount = () => {
  const call = useCall();
  const queries = useQueryClient();
  const tell = useTell();
  const chosen = useRef<number>(undefined);
  const { state, leave, leaveHere } = useLeaving({
    purpose: 'own-account',
    begin: () => call(beginOwnAccount, { body: { hostId: chosen.current ?? 0 } }),
    finish: connectOwnAccount,
    onReturned: (answer) => {
      tell({ text: toWords(answer) });
      void queries.invalidateQueries();
    },
  });
  return {
    state,
    connect: (hostId: number, isOwnWindow = true) => {
      chosen.current = hostId;
      if (isOwnWindow) leave();
      else leaveHere();
    },
  };
};

const toWords = ({ login, claim }: RouteAnswer<typeof connectOwnAccount>): string => {
  if (claim.kind === 'no-person') return `@${login} is connected and proven to be yours.`;
  const from = claim.takenFrom === undefined ? '' : ` It was ${claim.takenFrom}’s by weaker evidence.`;
  return `@${login} is connected and linked to you.${from}`;
};
