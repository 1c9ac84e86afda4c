import type { Figure as FigureData } from '@throughline/contract';
import { DefinedFigure, FigureNumber } from './defined-figure.tsx';
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
export const Figure = ({ name, figure: { value, definition, rows, isAtLeast, percent }, unit }: Props) => (
  <DefinedFigure name={name} definition={definition}>
    <PathLink path={rows} className={styles['value']}>
      <FigureNumber>
        {isAtLeast && 'at least '}
        {toNumber(value)}
      </FigureNumber>{' '}
      {unit}
    </PathLink>
    {percent !== undefined && <PartHere percent={percent} />}
  </DefinedFigure>
);
