import type { PersonPage } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import styles from './scope-notes.module.css';

/** Over what a page was made, and what is missing from it. */
export const ScopeNotes = ({ scope: { visibleRepositories, gaps } }: Pick<PersonPage, 'scope'>) => (
  <div className={styles['notes']}>
    {gaps.length > 0 && (
      <p>
        <strong>At least this much.</strong> {gaps.join(' ')}
      </p>
    )}
    <p>In the {toCount(visibleRepositories, 'repository', 'repositories')} you can see.</p>
  </div>
);
