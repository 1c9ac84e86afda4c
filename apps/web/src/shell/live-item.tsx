import { PlayIcon, SquareIcon } from '@primer/octicons-react';
import { useReaderSetting } from '../ui/reader-setting.ts';
import styles from './navigation-item.module.css';

/** Holds all pages still, or lets them follow what happens again; at the foot of the navigation. */
export const LiveItem = () => {
  const [live, setLive] = useReaderSetting('live');
  const isOn = live === 'on';
  const Picture = isOn ? SquareIcon : PlayIcon;
  return (
    <li className={styles['item']}>
      <button type="button" className={styles['link']} onClick={() => setLive(isOn ? 'paused' : 'on')}>
        <Picture />
        <span className={styles['name']}>{isOn ? 'Pause live updates' : 'Resume live updates'}</span>
      </button>
    </li>
  );
};
