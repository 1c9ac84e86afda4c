import { useState } from 'react';
import styles from './moment.module.css';
import { toExact, toRelative, toStamp } from './moment-words.ts';
import { useNow } from './now-context.tsx';
import { useReaderSetting } from './reader-setting.ts';

/**
 * A moment, relative to 30 days, then the date, or always exact by the reader's setting; in the reader's zone. The exact moment with its zone is there for screen
 * readers always, for others on hover, focus or touch; Escape puts it away. It is a button because only those can be
 * reached by every kind of reader.
 */
export const Moment = ({ at }: { readonly at: string }) => {
  const [isPutAway, setIsPutAway] = useState(false);
  const now = useNow();
  const [times] = useReaderSetting('times');
  const moment = new Date(at);
  return (
    <button
      type="button"
      className={styles['moment']}
      data-put-away={isPutAway || undefined}
      onKeyDown={({ key }) => key === 'Escape' && setIsPutAway(true)}
      onBlur={() => setIsPutAway(false)}
      onPointerLeave={() => setIsPutAway(false)}
    >
      <time dateTime={at}>{times === 'exact' ? toStamp(moment) : toRelative(moment, now)}</time>
      <span className={styles['exact']}>{toExact(moment)}</span>
    </button>
  );
};
