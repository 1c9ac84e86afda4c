import { ThreeBarsIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import { useRef } from 'react';
import styles from './menu-sheet.module.css';
import { Navigation } from './navigation.tsx';

/** Below 768 px the navigation is a sheet behind this button. The browser's own dialog keeps the focus inside. */
export const MenuSheet = () => {
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <div className={styles['narrow']}>
      <IconButton
        icon={ThreeBarsIcon}
        aria-label="Open the menu"
        variant="invisible"
        onClick={() => sheet.current?.showModal()}
      />
      <dialog ref={sheet} className={styles['sheet']} aria-label="Menu" closedby="any">
        <Navigation isSheet onClose={() => sheet.current?.close()} />
      </dialog>
    </div>
  );
};
