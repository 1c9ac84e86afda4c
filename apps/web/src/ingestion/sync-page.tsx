import { PlugIcon } from '@primer/octicons-react';
import { getSync } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ConnectionProgress } from './connection-progress.tsx';
import { LiveState } from './live-state.tsx';
import { useLiveSync } from './use-live-sync.ts';

/** Is everything here, and when? */
export const SyncPage = () => {
  const isOn = useReaderSetting('live')[0] === 'on';
  const isLive = useLiveSync({ isOn });
  const overview = useAnswer(getSync);
  return (
    <Page title="Sync" aside={<LiveState isOn={isOn} isLive={isLive} />}>
      <IgnoredParams known={['q', 'state', 'sort', 'as', 'peek']} />
      <Loaded answer={overview} skeleton={<Skeleton label="Loading how far everything is read" rows={6} />}>
        {({ connections }) =>
          connections.length === 0 ? (
            <EmptyState
              cause="nothing-yet"
              icon={PlugIcon}
              next={<AppLinkButton to="/welcome">Choose where the work comes from</AppLinkButton>}
            >
              Nothing is connected yet, so nothing is read.
            </EmptyState>
          ) : (
            connections.map((sync) => (
              <ConnectionProgress
                key={sync.connection.connectionId}
                sync={sync}
                isOnly={connections.length === 1}
              />
            ))
          )
        }
      </Loaded>
    </Page>
  );
};
