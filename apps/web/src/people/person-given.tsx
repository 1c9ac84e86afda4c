import { type PersonPage, toDuration } from '@throughline/contract';
import { Figure } from '../ui/figure.tsx';
import { toCount } from '../ui/number-words.ts';
import { Section } from '../ui/section.tsx';
import styles from './person-given.module.css';

/** What was given to others, and where work was done outside the usual repository. */
export const PersonGiven = ({ page }: { readonly page: PersonPage }) => {
  const { reviews, unblocked, given, outside } = page;
  return (
    <Section title="Given to others">
      <div className={styles['figures']}>
        <div>
          <Figure name="Reviews given" figure={reviews} unit="reviews" />
          {reviews.value > 0 && (
            <p className={styles['more']}>in {toCount(given.repositories, 'repository', 'repositories')}</p>
          )}
        </div>
        <div>
          <Figure name="First responses" figure={given.firstResponse.n} unit="pull requests" />
          <p className={styles['more']}>{toSpreadWords(given.firstResponse)}</p>
        </div>
        <Figure name="Unblocked" figure={unblocked} unit="moved on within a day" />
        {outside.shipped === undefined || outside.usual === undefined ? (
          <p className={styles['more']}>
            Work across repositories: not known, because fewer than five pull requests were merged in 26
            weeks.
          </p>
        ) : (
          <div>
            <Figure name="Across repositories" figure={outside.shipped} unit="shipped elsewhere" />
            <p className={styles['more']}>than in {outside.usual.fullName}, the usual repository</p>
          </div>
        )}
      </div>
    </Section>
  );
};

type Spread = PersonPage['given']['firstResponse'];

/** "3.1 h · p90 19 h · n 21"; fewer than five are listed. */
function toSpreadWords({ n, medianS, p90S, valuesS = [] }: Spread): string {
  if (n.value === 0) return 'Not enough data: no pull request had its first response here.';
  if (medianS === undefined) return `after ${valuesS.map(toWords).join(', ')} · n ${n.value}`;
  const p90 = p90S === undefined ? '' : ` · p90 ${toWords(p90S)}`;
  return `after ${toWords(medianS)}${p90} · n ${n.value}`;
}

const toWords = (seconds: number): string => toDuration(seconds / 60, { isFigure: true });
