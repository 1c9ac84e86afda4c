/** Answers that were worked out, for as long as what they rest on is the same. */
export interface AnswerMemory<Answer> {
  /** The answer kept under `key`, else what `work` makes; askers of the same wait for the same. What fails is not kept. */
  recall(key: string, work: () => Promise<Answer>): Promise<Answer>;
}

/** Keeps up to `most` answers of one kind, dropping those asked for longest ago. */
export function createAnswerMemory<Answer>(most: number): AnswerMemory<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return {
    recall: (key, work) => {
      const known = kept.get(key);
      kept.delete(key);
      const answer = known ?? work();
      kept.set(key, answer);
      if (known === undefined) answer.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
