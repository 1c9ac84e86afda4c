import type { GraphqlAnswer } from '@throughline/github';

/** Which page an answer belongs to: with another cursor or size it is another page. */
export interface PagePlace {
  readonly phase: string;
  readonly cursor: string | undefined;
  readonly pageSize: number;
}

/** What GitHub answered of one page so far. */
export interface PageAnswers {
  /** When the first of it was asked for. */
  readonly askedAt: Date;
  find(question: string): GraphqlAnswer | undefined;
  keep(question: string, answer: GraphqlAnswer): void;
  forget(question: string): void;
}

/**
 * Answers of pages that are not whole yet, so that a page of which one question failed, or must wait for quota, asks only
 * that one again. In this process alone: another one, or this one after its end, asks for the page again.
 */
export interface AnswerMemory {
  /** Goes on with a page. What was kept of another page of the repository, or before `sinceAt`, is forgotten. */
  open(
    repositoryId: number,
    place: PagePlace,
    times: { readonly now: Date; readonly sinceAt: Date },
  ): PageAnswers;
  forget(repositoryId: number): void;
}

interface Kept {
  readonly place: string;
  readonly askedAt: Date;
  readonly answers: Map<string, GraphqlAnswer>;
}

/** As many as are read at once, and those that the end of a quota left waiting; of about a megabyte each. */
const mostPages = 16;

export function createAnswerMemory(): AnswerMemory {
  const pages = new Map<number, Kept>();
  return {
    open(repositoryId, at, { now, sinceAt }) {
      const place = JSON.stringify(at);
      const held = pages.get(repositoryId);
      const isSame = held?.place === place && held.answers.size > 0 && held.askedAt >= sinceAt;
      const page = isSame ? held : { place, askedAt: now, answers: new Map() };
      // Put last, for the first is what was not gone on with for longest.
      pages.delete(repositoryId);
      pages.set(repositoryId, page);
      for (const [oldest] of pages) if (pages.size > mostPages) pages.delete(oldest);
      return toPageAnswers(page);
    },
    forget: (repositoryId) => void pages.delete(repositoryId),
  };
}

const toPageAnswers = ({ askedAt, answers }: Kept): PageAnswers => ({
  askedAt,
  find: (question) => answers.get(question),
  keep: (question, answer) => void answers.set(question, answer),
  forget: (question) => void answers.delete(question),
});
