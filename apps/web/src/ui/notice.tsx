import { CheckIcon, XIcon } from '@primer/octicons-react';
import { Button, IconButton } from '@primer/react';
import { useEffect, useRef } from 'react';
import styles from './notice.module.css';
import type { Told } from './tell-context.ts';
import { useIsHeld } from './use-is-held.ts';

const shownMs = 10_000;

interface Props {
  readonly told: Told | undefined;
  readonly onLeave: () => void;
}

/** What was just done, spoken politely; it stays while hovered or focused. */
export const Notice = ({ told, onLeave }: Props) => {
  const place = useRef<HTMLOutputElement>(null);
  const isHeld = useIsHeld(place);

  useEffect(() => {
    if (told === undefined || isHeld) return undefined;
    const timer = setTimeout(onLeave, shownMs);
    return () => clearTimeout(timer);
  }, [told, isHeld, onLeave]);

  const undo = () => {
    told?.undo?.();
    onLeave();
  };

  return (
    <output ref={place} className={styles['place']}>
      {told !== undefined && (
        <span className={styles['notice']}>
          <CheckIcon className={styles['icon'] ?? ''} />
          <span>{told.text}</span>
          {told.undo !== undefined && (
            <Button size="small" onClick={undo}>
              Undo
            </Button>
          )}
          <IconButton
            icon={XIcon}
            aria-label="Close this notice"
            size="small"
            variant="invisible"
            onClick={onLeave}
          />
        </span>
      )}
    </output>
  );
};
