import type { Reviewer } from '@throughline/contract';
import { Moment } from '../ui/moment.tsx';
import { AuthorName } from './author-name.tsx';
import styles from './pull-timeline.module.css';

/** Reviewers by name, with what each says now. */
export const ReviewerList = ({ reviewers }: { readonly reviewers: readonly Reviewer[] }) => {
  if (reviewers.length === 0) return <p>Nobody else has reviewed it, and nobody is asked to.</p>;
  return (
    <ul className={styles['list']}>
      {reviewers.map((reviewer) => (
        <li key={reviewer.account.login}>
          <AuthorName author={reviewer.account} /> {toWords(reviewer)}
          {reviewer.answeredAt !== undefined && (
            <>
              {' '}
              <Moment at={reviewer.answeredAt} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
};

const answers: Readonly<Record<NonNullable<Reviewer['answer']>, string>> = {
  approved: 'approved',
  'changes-requested': 'asked for changes',
  commented: 'commented',
  dismissed: 'reviewed; it was dismissed since',
};

const toWords = ({ answer, isAsked }: Reviewer): string => {
  if (answer === undefined) return 'is asked and has not answered';
  return isAsked ? `${answers[answer]}, and is asked again` : answers[answer];
};
