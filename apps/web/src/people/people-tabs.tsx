import { useReader } from '../api/use-session.ts';
import { PartTabs } from '../ui/part-tabs.tsx';

export type PeopleTab = 'people' | 'suggestions' | 'unlinked' | 'bots' | 'corrections';

interface Props {
  readonly here: PeopleTab;
  /** How many rows the open tab has, once that is known. */
  readonly count: number | undefined;
}

interface Tab {
  readonly tab: PeopleTab;
  readonly path: string;
  readonly name: string;
  readonly isAdministrators?: boolean;
}

const tabs: readonly Tab[] = [
  { tab: 'people', path: '/people', name: 'People' },
  { tab: 'suggestions', path: '/people/suggestions', name: 'Suggestions', isAdministrators: true },
  { tab: 'unlinked', path: '/people/unlinked', name: 'Not linked' },
  { tab: 'bots', path: '/people/bots', name: 'Bots and AI agents' },
  { tab: 'corrections', path: '/people/corrections', name: 'Corrections', isAdministrators: true },
];

/** Who is here, who may be whom, who is nobody, and programs: apart. */
export const PeopleTabs = ({ here, count }: Props) => {
  const isAdministrator = useReader()?.role === 'administrator';
  const shown = isAdministrator ? tabs : tabs.filter(({ isAdministrators = false }) => !isAdministrators);
  return (
    <PartTabs
      label="Parts of People"
      tabs={shown.map(({ tab, path, name }) => ({
        path,
        name,
        isHere: tab === here,
        count: tab === here ? count : undefined,
      }))}
    />
  );
};
