import { BeakerIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import { removeDemo } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './demo-strip.module.css';
import { useSyncOverview } from './use-sync-overview.ts';

/** Says on every page that made-up data is here, and takes it away with one click. */
export const DemoStrip = () => {
  const overview = useSyncOverview();
  const queries = useQueryClient();
  const tell = useTell();
  const change = useChange(removeDemo, {
    onDone: async () => {
      tell({ text: 'The demo organisation is removed, with everything that came with it.' });
      await queries.invalidateQueries();
    },
  });
  if (overview?.hasDemo !== true) return undefined;
  return (
    <section className={styles['strip']} aria-label="Demo data">
      <span>
        <BeakerIcon /> <strong>Demo data.</strong> Everything of the demo organisation is made up.
      </span>
      <Button size="small" loading={change.isPending} onClick={() => change.mutate({})}>
        Remove the demo
      </Button>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </section>
  );
};
