import { DotFillIcon } from '@primer/octicons-react';
import styles from './live-state.module.css';

interface Props {
  readonly isOn: boolean;
  readonly isLive: boolean;
}

/** Whether the page follows what happens; it is held still at the foot of the navigation, as every page is. */
export const LiveState = ({ isOn, isLive }: Props) => (
  <output className={styles['live']}>
    {isOn && isLive && <DotFillIcon className={styles['dot'] ?? ''} />}
    {toWords(isOn, isLive)}
  </output>
);

const toWords = (isOn: boolean, isLive: boolean): string => {
  if (!isOn) return 'Live updates are paused';
  return isLive ? 'live' : 'Updates paused, trying again';
};
