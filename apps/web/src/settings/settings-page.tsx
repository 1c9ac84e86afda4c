import { useReader } from '../api/use-session.ts';
import { LinkList } from '../ui/link-list.tsx';
import { Page } from '../ui/page.tsx';
import { settingsPlaces } from './settings.data.ts';

/** What holds for me, and for administrators what holds for all. */
export const SettingsPage = () => {
  const reader = useReader();
  const isAdministrator = reader?.role === 'administrator';
  return (
    <Page
      title="Settings"
      sentence={
        isAdministrator ? 'What holds for you, and what holds for everybody here.' : 'What holds for you.'
      }
    >
      <LinkList
        links={settingsPlaces.filter(({ isForAdministrators }) => isAdministrator || !isForAdministrators)}
      />
    </Page>
  );
};
