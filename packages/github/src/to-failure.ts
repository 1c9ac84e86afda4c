import type { Verdict } from './answers/verdict.ts';
import { failureSentences } from './failure-sentences.data.ts';
import { GitHubFailure, type GitHubFailureDetails } from './github-failure.ts';

/** A verdict as the failure that callers get. */
export const toFailure = (
  verdict: Verdict,
  details: Pick<GitHubFailureDetails, 'status' | 'cause' | 'observedAt'> = {},
): GitHubFailure => new GitHubFailure(verdict.kind, toSentence(verdict), { ...verdict, ...details });

const toSentence = ({ kind, lacks }: Verdict): string =>
  lacks === undefined ? failureSentences[kind] : `${failureSentences[kind]} It lacks ${lacks}.`;
