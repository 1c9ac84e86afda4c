import { SearchIcon } from '@primer/octicons-react';
import { useRouter } from '@tanstack/react-router';
import { type FoundAddress, findAddress } from '@throughline/contract';
import { useEffect } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/**
 * Opens the page about what an address at GitHub names, or says why there is none. Pages under `/gh/` show it when their
 * own address names nothing: an old name leads on to the new one.
 */
export const OpenAddress = ({ address }: { readonly address: string }) => {
  const answer = useAnswer(findAddress, { query: { address: address.slice(0, 2_000) } });
  return (
    <Loaded
      answer={answer}
      skeleton={
        <Page title="Opening an address">
          <Skeleton label="Looking for what this address names" rows={2} />
        </Page>
      }
    >
      {(found) => <Opened found={found} />}
    </Loaded>
  );
};

const Opened = ({ found }: { readonly found: FoundAddress }) => {
  const router = useRouter();
  const path = found.kind === 'found' ? found.path : undefined;
  const isHere = path !== undefined && window.location.pathname === path.split('?')[0];
  useEffect(() => {
    if (path !== undefined && !isHere) router.history.replace(path + window.location.hash);
  }, [router, path, isHere]);
  if (path !== undefined && !isHere) return undefined;
  const reason =
    found.kind === 'not-found' ? found.reason : 'What this address names has no page that you can see.';
  return (
    <Page title="This address leads nowhere here" tab="Leads nowhere">
      <div data-nothing-here>
        <EmptyState
          cause="not-for-you"
          icon={SearchIcon}
          next={
            found.kind === 'not-found' && found.instead !== undefined ? (
              <PathLink path={found.instead.path}>Open {found.instead.title}</PathLink>
            ) : (
              <AppLinkButton to="/search">Search instead</AppLinkButton>
            )
          }
        >
          {reason}
        </EmptyState>
      </div>
    </Page>
  );
};
