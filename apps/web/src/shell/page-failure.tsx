import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { isPassing } from '../api/create-queries.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';

/** A page that could not be shown. The rest of the shell stays usable. */
export const PageFailure = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const retry = () => {
    // A page whose code is gone, because Throughline was updated, comes only with a new document.
    if (!isPassing(error)) return window.location.reload();
    reset();
    return void router.invalidate();
  };
  return (
    <Page title="This page could not be shown" tab="Could not be shown">
      <FailureMessage error={error} onRetry={retry} />
    </Page>
  );
};
