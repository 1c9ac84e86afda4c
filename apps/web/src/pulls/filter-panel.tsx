import { ArrowLeftIcon } from '@primer/octicons-react';
import { Button, Dialog } from '@primer/react';
import type { PullParamName, PullParams } from '@throughline/contract';
import { Command } from 'cmdk';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { narrowQualifiers } from './filter-choices.ts';
import styles from './filter-panel.module.css';
import { FilterValues } from './filter-values.tsx';
import { type Qualifier, qualifiers } from './qualifiers.data.ts';

interface Props {
  readonly params: PullParams;
  /** Where the focus goes when it closes. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly onChange: (next: PullParams) => void;
  readonly onClose: () => void;
}

/** Every filter with its words, then the values of one. What is chosen stands in the box and in the address at once. */
export const FilterPanel = ({ params, opener, onChange, onClose }: Props) => {
  const [name, setName] = useState<PullParamName>();
  const qualifier = qualifiers.find((one) => one.name === name);
  return (
    <Dialog
      title={qualifier === undefined ? 'Add a filter' : `Filter: ${qualifier.title.toLowerCase()}`}
      width="large"
      position={{ narrow: 'fullscreen', regular: 'center' }}
      returnFocusRef={opener}
      onClose={onClose}
      className={styles['panel'] ?? ''}
    >
      {qualifier === undefined ? (
        <Qualifiers onChoose={(one) => setName(one.name)} />
      ) : (
        <>
          <Button
            size="small"
            variant="invisible"
            leadingVisual={ArrowLeftIcon}
            onClick={() => setName(undefined)}
          >
            All filters
          </Button>
          <FilterValues
            key={qualifier.name}
            qualifier={qualifier}
            params={params}
            onChange={onChange}
            onBack={() => setName(undefined)}
            onClose={onClose}
          />
        </>
      )}
    </Dialog>
  );
};

/** It opens to be typed into, as the palette does. */
const Qualifiers = ({ onChoose }: { readonly onChoose: (one: Qualifier) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => input.current?.focus(), []);
  const shown = narrowQualifiers(qualifiers, typed);
  return (
    <Command label="Filters" shouldFilter={false} loop>
      <Command.Input
        ref={input}
        className={styles['input']}
        value={typed}
        onValueChange={setTyped}
        placeholder="Author, label, review…"
      />
      <Command.List className={styles['list']} label="Filters">
        {shown.map((one) => (
          <Command.Item
            key={one.name}
            value={one.name}
            className={styles['entry']}
            onSelect={() => onChoose(one)}
          >
            <span className={styles['name']}>{one.title}</span>
            <span className={styles['detail']}>{one.says}</span>
            {one.written !== '' && <code className={styles['written']}>{one.written}</code>}
          </Command.Item>
        ))}
      </Command.List>
      {shown.length === 0 && <p className={styles['none']}>No filter has “{typed}” in its words.</p>}
    </Command>
  );
};
