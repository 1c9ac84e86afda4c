import { InfoIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import type { Figure as FigureData } from '@throughline/contract';
import { useId, useState } from 'react';
import styles from './figure.module.css';
import { toNumber } from './number-words.ts';
import { PartHere } from './part-here.tsx';
import { PathLink } from './path-link.tsx';

interface Props {
  readonly name: string;
  readonly figure: FigureData;
  /** What it counts, after the number: "pull requests". */
  readonly unit: string;
}

/** A number with its name; it opens its definition, and exactly the rows it counts. */
export const Figure = ({ name, figure: { value, definition, rows, isAtLeast, percent }, unit }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles['figure']}>
      <div className={styles['head']}>
        <span>{name}</span>
        <IconButton
          icon={InfoIcon}
          size="small"
          variant="invisible"
          aria-label={`What ${name} counts`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      <PathLink path={rows} className={styles['value']}>
        <span className={styles['number']}>
          {isAtLeast && 'at least '}
          {toNumber(value)}
        </span>{' '}
        {unit}
      </PathLink>
      {percent !== undefined && <PartHere percent={percent} />}
      <p id={id} className={styles['definition']} hidden={!isOpen}>
        {definition}
      </p>
    </div>
  );
};
