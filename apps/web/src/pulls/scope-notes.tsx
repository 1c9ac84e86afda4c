import type { PersonPage } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import { PartHere } from '../ui/part-here.tsx';
import styles from './scope-notes.module.css';

/** Over what a page was made, and what is missing from it. */
export const ScopeNotes = ({ scope: { visibleRepositories, gaps, percent } }: Pick<PersonPage, 'scope'>) => (
  <div className={styles['notes']}>
    {gaps.length > 0 && (
      <p>
        {percent !== undefined && <PartHere percent={percent} />} <strong>At least this much.</strong>{' '}
        {gaps.join(' ')}
      </p>
    )}
    <p>In the {toCount(visibleRepositories, 'repository', 'repositories')} you can see.</p>
  </div>
);
