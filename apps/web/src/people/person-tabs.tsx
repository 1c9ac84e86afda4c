import type { PersonPage } from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import styles from './person-tabs.module.css';

/** The parts of a person's page, each with its count; a count opens exactly its rows. */
export const PersonTabs = ({ page }: { readonly page: PersonPage }) => {
  const { slug, shipped, reviews, isMe } = page;
  const tabs = [
    { path: `/people/${slug}`, name: 'Overview', isHere: true },
    { path: shipped.rows, name: 'Pull requests', count: shipped.value },
    { path: reviews.rows, name: 'Reviews', count: reviews.value },
    ...(isMe ? [{ path: '/settings/me?tab=stored', name: 'What is stored' }] : []),
  ];
  return (
    <nav aria-label="Parts of this page" className={styles['tabs']}>
      {tabs.map(({ path, name, isHere = false, count }) => (
        <PathLink key={name} path={path} isHere={isHere} className={styles['tab']}>
          {name}
          {count !== undefined && <span className={styles['count']}> {toNumber(count)}</span>}
        </PathLink>
      ))}
    </nav>
  );
};
