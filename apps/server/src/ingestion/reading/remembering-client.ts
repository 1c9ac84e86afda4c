import type { GitHubClient, GraphqlAnswer } from '@throughline/github';
import type { KeptAnswers } from './answer-memory.ts';

/** A client that asks nothing twice that was answered without an error beside it. */
export interface RememberingClient {
  readonly client: GitHubClient;
  /** What was answered last could not be used: next time it is asked again. */
  doubtLast(): void;
}

export function createRememberingClient(client: GitHubClient, answers: KeptAnswers): RememberingClient {
  let last: string | undefined;
  return {
    client: {
      ...client,
      async postGraphql(call) {
        const question = JSON.stringify([call.query, call.variables]);
        last = undefined;
        const answer = answers.find(question) ?? (await client.postGraphql(call));
        last = question;
        if (isWhole(answer)) answers.keep(question, answer);
        return answer;
      },
    },
    doubtLast: () => {
      if (last !== undefined) answers.forget(last);
    },
  };
}

const isWhole = ({ errors }: GraphqlAnswer): boolean =>
  errors === undefined || (Array.isArray(errors) && errors.length === 0);
