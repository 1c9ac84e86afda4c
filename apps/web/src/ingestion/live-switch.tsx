import { DotFillIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import styles from './live-switch.module.css';

interface Props {
  readonly isOn: boolean;
  readonly isLive: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Whether the page follows what happens, and a way to hold it still. */
export const LiveSwitch = ({ isOn, isLive, onSwitch }: Props) => (
  <div className={styles['live']}>
    <output>
      {isOn && isLive && <DotFillIcon className={styles['dot'] ?? ''} />}
      {toWords(isOn, isLive)}
    </output>
    <Button size="small" onClick={() => onSwitch(!isOn)}>
      {isOn ? 'Pause live updates' : 'Resume live updates'}
    </Button>
  </div>
);

const toWords = (isOn: boolean, isLive: boolean): string => {
  if (!isOn) return 'Live updates are paused';
  return isLive ? 'live' : 'Updates paused, trying again';
};
