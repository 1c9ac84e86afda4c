import { InfoIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import { type ReactNode, useId, useState } from 'react';
import styles from './defined-figure.module.css';

interface Props {
  readonly name: string;
  /** What it counts, in a sentence. */
  readonly definition: string;
  readonly children: ReactNode;
}

/** What is told of a figure, under its name, which opens its definition. */
export const DefinedFigure = ({ name, definition, children }: Props) => {
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
      {children}
      <p id={id} className={styles['definition']} hidden={!isOpen}>
        {definition}
      </p>
    </div>
  );
};

/** The number itself, larger than what is said of it. */
export const FigureNumber = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles['number']}>{children}</span>
);
