import { type LifeBand as Band, type LifeStage, toDuration } from '@throughline/contract';
import type { CSSProperties } from 'react';
import { Moment } from '../ui/moment.tsx';
import styles from './life-band.module.css';

/** Where the time of a pull request went: stages to scale, work solid, waiting pale with an edge; upright when narrow. */
export const LifeBand = ({ band: { sentence, stages, isMoved, deploy } }: { readonly band: Band }) => (
  <figure className={styles['figure']}>
    <figcaption className={styles['sentence']}>{sentence}</figcaption>
    <div className={styles['scale']} aria-hidden="true">
      {stages.map(
        ({ name, isWork, seconds }) =>
          seconds !== undefined && (
            <span key={name} data-kind={isWork ? 'work' : 'wait'} style={toShare(seconds)} />
          ),
      )}
    </div>
    <ol className={styles['band']}>
      {stages.map((stage) => (
        <Stage key={stage.name} stage={stage} />
      ))}
    </ol>
    {isMoved && (
      <p className={styles['note']}>
        Some events lay out of order, so a stage begins where the one before it ends.
      </p>
    )}
    <p className={styles['note']}>{deploy}</p>
  </figure>
);

const Stage = ({ stage }: { readonly stage: LifeStage }) => {
  const { name, isWork, isRunning, seconds, fromAt, note } = stage;
  return (
    <li
      className={styles['stage']}
      data-kind={isWork ? 'work' : 'wait'}
      data-absent={seconds === undefined || undefined}
    >
      <span className={styles['name']}>
        {name}
        {seconds !== undefined && <strong> {toDuration(seconds / 60)}</strong>}
        {isRunning && ', so far'}
      </span>
      <span className={styles['bar']} aria-hidden="true" />
      <span className={styles['note']}>
        {note !== undefined && `${note} `}
        {fromAt !== undefined && <Moment at={fromAt} />}
      </span>
    </li>
  );
};

/** As long as it took. */
// as: React's type of styles does not know our own variables
const toShare = (seconds: number): CSSProperties => ({ '--share': Math.max(1, seconds) }) as CSSProperties;
