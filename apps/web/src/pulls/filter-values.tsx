import { CheckIcon } from '@primer/octicons-react';
import { SegmentedControl } from '@primer/react';
import type { PullParams } from '@throughline/contract';
import { Command } from 'cmdk';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { type FilterChoice, isChosen, toggleFilter, toSigned } from './filter-choices.ts';
import { FilterDays } from './filter-days.tsx';
import styles from './filter-panel.module.css';
import type { Qualifier } from './qualifiers.data.ts';
import { useFilterChoices } from './use-filter-choices.ts';

interface Props {
  readonly qualifier: Qualifier;
  readonly params: PullParams;
  readonly onChange: (next: PullParams) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The values of one filter, narrowed by what is typed; several can be chosen where several make sense. */
export const FilterValues = ({ qualifier, params, onChange, onBack, onClose }: Props) => {
  const { title, source, isSingle = false } = qualifier;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isNot, setIsNot] = useState(false);
  const { choices, isAwaited, error, retry } = useFilterChoices(qualifier, typed);

  useEffect(() => input.current?.focus(), []);

  const choose = (value: string) => {
    onChange(toggleFilter(params, qualifier, toSigned(value, isNot)));
    if (isSingle) onClose();
  };
  const goBack = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || typed !== '') return;
    event.preventDefault();
    onBack();
  };

  return (
    <>
      {!isSingle && source !== 'missing' && <Sign isNot={isNot} onChange={setIsNot} />}
      <Command label={title} shouldFilter={false} loop>
        <Command.Input
          ref={input}
          className={styles['input']}
          value={typed}
          onValueChange={setTyped}
          onKeyDown={goBack}
          placeholder={placeholders[source] ?? 'Narrow the list'}
        />
        <Command.List className={styles['list']} label={`Values of ${title.toLowerCase()}`}>
          {choices.map((choice) => (
            <Command.Item
              key={choice.value}
              value={choice.value}
              className={styles['entry']}
              onSelect={() => choose(choice.value)}
            >
              <Words choice={choice} isChosen={isChosen(params, qualifier, toSigned(choice.value, isNot))} />
            </Command.Item>
          ))}
        </Command.List>
      </Command>
      {error !== null && <FailureMessage error={error} onRetry={retry} />}
      {choices.length === 0 && error === null && <Nothing source={source} isAwaited={isAwaited} />}
      {source === 'days' && <FilterDays onChoose={choose} />}
    </>
  );
};

const placeholders: Readonly<Partial<Record<Qualifier['source'], string>>> = {
  people: 'A name, or @account',
  labels: 'A label',
  bases: 'A branch',
  words: 'Type it, then Enter',
  repositories: 'owner/name',
  days: '2026-11-01, >=2026-11-01, 2026-11-01..2026-11-15',
  periods: 'last-30-days, 2026-W47, 2026-Q4',
};

const hints: Readonly<Partial<Record<Qualifier['source'], string>>> = {
  words: 'Type what to look for.',
  labels: 'The newest pull requests have no label. Type one.',
  bases: 'Type the name of a branch.',
  days: 'It is no date. Write one such as 2026-11-01, or choose below.',
};

interface NothingProps {
  readonly source: Qualifier['source'];
  readonly isAwaited: boolean;
}

const Nothing = ({ source, isAwaited }: NothingProps) => (
  <p className={styles['none']}>
    {isAwaited ? 'Looking …' : (hints[source] ?? 'Nothing has this in its name.')}
  </p>
);

const Words = ({ choice, isChosen: isIn }: { readonly choice: FilterChoice; readonly isChosen: boolean }) => (
  <>
    <span className={styles['mark']}>{isIn && <CheckIcon />}</span>
    <bdi dir="auto" className={styles['name']}>
      {choice.name}
    </bdi>
    {choice.detail !== undefined && <span className={styles['detail']}>{choice.detail}</span>}
    {isIn && <VisuallyHidden>, chosen</VisuallyHidden>}
  </>
);

interface SignProps {
  readonly isNot: boolean;
  readonly onChange: (isNot: boolean) => void;
}

/** Whether what is chosen is wanted or left out. */
const Sign = ({ isNot, onChange }: SignProps) => (
  <SegmentedControl aria-label="What is chosen" size="small" onChange={(at) => onChange(at === 1)}>
    <SegmentedControl.Button selected={!isNot}>is one of</SegmentedControl.Button>
    <SegmentedControl.Button selected={isNot}>is not</SegmentedControl.Button>
  </SegmentedControl>
);
