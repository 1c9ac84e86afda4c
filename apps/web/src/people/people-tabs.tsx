import { useReader } from '../api/use-session.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import styles from './person-tabs.module.css';

export type PeopleTab = 'people' | 'suggestions' | 'unlinked' | 'bots' | 'corrections';

interface Props {
  readonly here: PeopleTab;
  /** How many rows the open tab has, once that is known. */
  readonly count: number | undefined;
}

const tabs: readonly { readonly tab: PeopleTab; readonly path: string; readonly name: string }[] = [
  { tab: 'people', path: '/people', name: 'People' },
  { tab: 'suggestions', path: '/people/suggestions', name: 'Suggestions' },
  { tab: 'unlinked', path: '/people/unlinked', name: 'Not linked' },
  { tab: 'bots', path: '/people/bots', name: 'Bots and AI agents' },
  { tab: 'corrections', path: '/people/corrections', name: 'Corrections' },
];

/** Who is here, who may be whom, who is nobody, and programs: apart. */
export const PeopleTabs = ({ here, count }: Props) => {
  const isAdministrator = useReader()?.role === 'administrator';
  return (
    <nav aria-label="Parts of People" className={styles['tabs']}>
      {tabs
        .filter(({ tab }) => isAdministrator || (tab !== 'suggestions' && tab !== 'corrections'))
        .map(({ tab, path, name }) => (
          <PathLink key={tab} path={path} isHere={tab === here} className={styles['tab']}>
            {name}
            {tab === here && count !== undefined && (
              <span className={styles['count']}> {toNumber(count)}</span>
            )}
          </PathLink>
        ))}
    </nav>
  );
};
