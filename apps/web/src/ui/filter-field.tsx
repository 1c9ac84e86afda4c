import { SearchIcon } from '@primer/octicons-react';
import { TextInput } from '@primer/react';
import { useRef } from 'react';
import { useFreeKey } from './use-free-key.ts';

interface Props {
  /** What is filtered: "Filter 214 repositories". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field that narrows the list beneath it while one types; `/` leads into it. */
export const FilterField = ({ label, value, onChange }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  useFreeKey((key) => {
    if (key === '/') input.current?.focus();
    return key === '/';
  });
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      leadingVisual={SearchIcon}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
