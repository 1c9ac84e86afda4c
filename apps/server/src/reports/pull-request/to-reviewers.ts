import type { AccountRef, Reviewer } from '@throughline/contract';

export interface GivenReview {
  readonly account: AccountRef;
  readonly answer: NonNullable<Reviewer['answer']>;
  readonly at: Date;
}

/**
 * Reviewers by name with their answers now: the latest approval, request for changes or dismissal; a comment is an answer
 * only of who gave none of these.
 */
export function toReviewers(
  reviews: readonly GivenReview[],
  asked: readonly AccountRef[],
): readonly Reviewer[] {
  const answers = new Map<string, GivenReview>();
  for (const review of reviews.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const before = answers.get(review.account.login);
    if (before === undefined || before.answer === 'commented' || review.answer !== 'commented') {
      answers.set(review.account.login, review);
    }
  }
  const answered = [...answers.values()].map(
    ({ account, answer, at }): Reviewer => ({
      account,
      answer,
      answeredAt: at.toISOString(),
      isAsked: asked.some(({ login }) => login === account.login),
    }),
  );
  const silent = asked
    .filter(({ login }) => !answers.has(login))
    .map((account): Reviewer => ({ account, isAsked: true }));
  return [...answered, ...silent].toSorted((a, b) => toName(a.account).localeCompare(toName(b.account)));
}

const toName = ({ person, login }: AccountRef): string => (person?.name ?? login).toLowerCase();
