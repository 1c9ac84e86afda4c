import { InfoIcon } from '@primer/octicons-react';
import { IconButton } from '@primer/react';
import type { PersonPage } from '@throughline/contract';
import { useId, useState } from 'react';
import { FigureLink } from '../ui/figure-link.tsx';
import { Section } from '../ui/section.tsx';
import styles from './person-kinds.module.css';

/** What kind of work was shipped: a bar of its shares, and the same as words; what no rule fits is hatched. */
export const PersonKinds = ({ page: { kinds, shipped } }: { readonly page: PersonPage }) => {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (shipped.value === 0) return undefined;
  return (
    <Section
      title="Kinds of work shipped"
      aside={
        <IconButton
          icon={InfoIcon}
          size="small"
          variant="invisible"
          aria-label="What kinds of work are"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        />
      }
    >
      <p id={id} className={styles['definition']} hidden={!isOpen}>
        {kinds.parts[0]?.figure.definition}
      </p>
      <div className={styles['bar']} aria-hidden="true">
        {kinds.parts
          .filter(({ figure }) => figure.value > 0)
          .map(({ kind, figure }) => (
            <div key={kind} className={styles['part']} data-kind={kind} style={{ flexGrow: figure.value }} />
          ))}
      </div>
      <ul className={styles['list']}>
        {kinds.parts.map(({ kind, name, figure, sharePercent }) => (
          <li key={kind}>
            <span className={styles['key']} data-kind={kind} /> {name}: <FigureLink figure={figure} />
            {figure.value > 0 && ` (${sharePercent === 0 ? '< 1' : sharePercent} %)`}
            {kind === 'maintenance' && kinds.refactor.value > 0 && (
              <>
                , of them refactoring: <FigureLink figure={kinds.refactor} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
