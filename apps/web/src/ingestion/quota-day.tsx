import { useState } from 'react';
import { useParam } from '../ui/use-param.ts';
import styles from './quota-hours.module.css';
import { QuotaHours } from './quota-hours.tsx';

/** The last 24 hours, folded on a narrow screen; asked for when it is unfolded. */
export const QuotaDay = ({ connectionId }: { readonly connectionId: number }) => {
  const [as] = useParam('as');
  const [isOpen, setIsOpen] = useState(() => as !== '' || matchMedia('(min-width: 768px)').matches);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles['summary']}>24 hours by lane</summary>
      {isOpen && <QuotaHours connectionId={connectionId} />}
    </details>
  );
};
