import { FilterIcon } from '@primer/octicons-react';
import { TextInput } from '@primer/react';
import { type PullParams, parsePullText, pullLookNames, writePullText } from '@throughline/contract';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useCommands } from '../ui/commands.ts';
import { useFreeKey } from '../ui/use-free-key.ts';
import styles from './filter-box.module.css';

interface Props {
  readonly params: PullParams;
  readonly onChange: (next: PullParams) => void;
}

/** Filters as one writes them at GitHub; Enter applies them. `/` leads here, U and L with a word begun. */
export const FilterBox = ({ params, onChange }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const here = writePullText(params);
  const [typed, setTyped] = useState({ here, text: here });
  // Another address, by a chip or by going back, is another text.
  if (typed.here !== here) setTyped({ here, text: here });

  useFreeKey((key) => {
    if (key === '/') input.current?.focus();
    return key === '/';
  });

  const begin = (word: string) => {
    setTyped({ here, text: `${typed.text.trimEnd()} ${word}:`.trimStart() });
    input.current?.focus();
  };
  useCommands([
    { name: 'Filter by author', key: 'u', act: () => begin('author') },
    { name: 'Filter by label', key: 'l', act: () => begin('label') },
  ]);

  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    const kept = Object.entries(params).filter(([name]) => pullLookNames.includes(name) && name !== 'peek');
    onChange({ ...Object.fromEntries(kept), ...parsePullText(typed.text) });
  };

  return (
    <form className={styles['box']} onSubmit={apply}>
      <TextInput
        ref={input}
        block
        type="search"
        aria-label="Filter pull requests"
        aria-keyshortcuts="/"
        placeholder="is:open author:@me label:bug, or words of a title"
        leadingVisual={FilterIcon}
        spellCheck={false}
        value={typed.text}
        onChange={(event) => setTyped({ here, text: event.target.value })}
      />
    </form>
  );
};
