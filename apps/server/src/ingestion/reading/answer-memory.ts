import type { GraphqlAnswer } from '@throughline/github';

/** What GitHub answered of one reading so far: of a page. */
export interface KeptAnswers {
  /** When the first of it was asked for. */
  readonly askedAt: Date;
  find(question: string): GraphqlAnswer | undefined;
  keep(question: string, answer: GraphqlAnswer): void;
  forget(question: string): void;
}

/** Which reading answers belong to. */
export interface Reading {
  /** What is read: another reading of the same takes its place. */
  readonly of: string;
  /** Where it stands: elsewhere it is another reading. */
  readonly place: string;
}

interface Times {
  readonly now: Date;
  /** What was asked for before serves no more. */
  readonly sinceAt: Date;
}

/**
 * Answers of readings that are not whole yet, so that one of which a question failed, or must wait for quota, asks only that
 * one again. In this process alone: another one, or this one after its end, asks for everything again.
 */
export interface AnswerMemory {
  /** Goes on with a reading, or begins it. */
  open(reading: Reading, times: Times): KeptAnswers;
  forget(of: string): void;
}

interface Kept {
  readonly place: string;
  readonly askedAt: Date;
  readonly answers: Map<string, GraphqlAnswer>;
}

/** As many as are read at once, and those that the end of a quota left waiting; of about a megabyte each. */
const mostReadings = 16;

export function createAnswerMemory(): AnswerMemory {
  const readings = new Map<string, Kept>();
  return {
    open({ of, place }, { now, sinceAt }) {
      const held = readings.get(of);
      const isSame = held?.place === place && held.answers.size > 0 && held.askedAt >= sinceAt;
      const reading = isSame ? held : { place, askedAt: now, answers: new Map() };
      // Put last, for the first is what was not gone on with for longest.
      readings.delete(of);
      readings.set(of, reading);
      for (const [oldest] of readings) if (readings.size > mostReadings) readings.delete(oldest);
      return toKeptAnswers(reading);
    },
    forget: (of) => void readings.delete(of),
  };
}

const toKeptAnswers = ({ askedAt, answers }: Kept): KeptAnswers => ({
  askedAt,
  find: (question) => answers.get(question),
  keep: (question, answer) => void answers.set(question, answer),
  forget: (question) => void answers.delete(question),
});
