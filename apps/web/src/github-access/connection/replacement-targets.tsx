import type { ReplacementWeighed } from '@throughline/contract';
import { CheckField } from '../../ui/check-field.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import styles from './connection-parts.module.css';

interface Props {
  readonly weighed: readonly ReplacementWeighed[];
  /** The connection whose page this is: it is always among them. */
  readonly ownId: number;
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

/** What a new credential would do in each connection of the old one: which it can read, and what would go dark. */
export const ReplacementTargets = ({ weighed, ownId, chosen, onChoose }: Props) =>
  weighed.map((one) => (
    <div key={one.connectionId} className={styles['text']}>
      {one.connectionId === ownId || one.obstacle !== undefined ? (
        <p>
          <strong>{one.name}</strong>{' '}
          {one.obstacle === undefined ? `It reads ${one.organisation}.` : one.obstacle.text}
        </p>
      ) : (
        <CheckField
          label={`Also for ${one.name}, which the old credential reads too`}
          isOn={chosen.has(one.connectionId)}
          onChange={(isOn) => {
            const next = new Set(chosen);
            next[isOn ? 'add' : 'delete'](one.connectionId);
            onChoose(next);
          }}
        />
      )}
      {one.obstacle?.link !== undefined && (
        <ExternalLink href={one.obstacle.link}>Repair it on GitHub</ExternalLink>
      )}
      {one.lost.length > 0 && (
        <ul className={styles['list']}>
          {one.lost.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  ));
