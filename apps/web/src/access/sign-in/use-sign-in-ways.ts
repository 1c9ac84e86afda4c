import { getSignInWays, listGithubSignIns } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';

/** How one gets in here besides by password; passwords are everybody's way until something else is known. */
export const useSignInWays = () => {
  const ways = useAnswer(getSignInWays).data;
  const github = useAnswer(listGithubSignIns).data;
  return {
    provider: ways?.provider,
    isPasswordForAll: ways?.isPasswordForAll ?? true,
    hosts: github?.hosts ?? [],
  };
};
