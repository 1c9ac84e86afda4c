import { ToggleSwitch } from '@primer/react';
import {
  type ConnectionDetail,
  type DataSwitch,
  getConnection,
  getSync,
  listConnections,
  switchData,
} from '@throughline/contract';
import { useId } from 'react';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Moment } from '../../ui/moment.tsx';
import { toDay } from '../../ui/moment-words.ts';
import { useNow } from '../../ui/now-context.tsx';
import { useTell } from '../../ui/tell-context.ts';
import styles from './connection-parts.module.css';
import { dataWords } from './data-words.data.ts';

interface Props {
  readonly connection: ConnectionDetail;
  readonly dataSwitch: DataSwitch;
}

/** A kind of data with its switch: it acts at once, and can be taken back for 30 days. */
export const DataSwitchField = ({ connection: { connectionId, name, state }, dataSwitch }: Props) => {
  const { data, isOn } = dataSwitch;
  const words = dataWords[data];
  const label = useId();
  const tell = useTell();
  const change = useChange(switchData, {
    refreshes: [getConnection, listConnections, getSync],
    onDone: (_answer, given) => {
      const wasOn = given.body?.isOn === false;
      tell({
        text: `${words.name} of ${name} are switched ${wasOn ? 'off' : 'on'}.`,
        undo: () => change.mutate({ params: { connectionId }, body: { data, isOn: wasOn } }),
      });
    },
  });
  return (
    <section className={styles['switch']} aria-labelledby={label}>
      <div className={styles['head']}>
        <h2 id={label} className={styles['name']}>
          {words.name}
        </h2>
        <ToggleSwitch
          size="small"
          aria-labelledby={label}
          checked={isOn}
          loading={change.isPending}
          disabled={state === 'disconnecting'}
          onClick={() => change.mutate({ params: { connectionId }, body: { data, isOn: !isOn } })}
        />
      </div>
      <p>{words.says}</p>
      <p className={styles['muted']}>
        {words.dark} Wants {words.permission}.
      </p>
      <SwitchedOff dataSwitch={dataSwitch} />
      {change.isError && <FailureMessage error={change.error} isAnswer />}
    </section>
  );
};

const SwitchedOff = ({ dataSwitch: { switchedOffAt, purgedAfter, purgedAt } }: Pick<Props, 'dataSwitch'>) => {
  const now = useNow();
  if (switchedOffAt === undefined) return null;
  if (purgedAt !== undefined) {
    return (
      <p>
        Off. What was read of it was deleted <Moment at={purgedAt} />; switched on, it is read anew.
      </p>
    );
  }
  return (
    <p>
      Off and hidden since <Moment at={switchedOffAt} />. What was read is deleted
      {purgedAfter === undefined ? ' in 30 days' : ` after ${toDay(new Date(purgedAfter), now)}`}; switched on
      before that, it is back at once and reading goes on where it was left.
    </p>
  );
};
