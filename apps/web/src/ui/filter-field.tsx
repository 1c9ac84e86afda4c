import { SearchIcon } from '@primer/octicons-react';
import { TextInput } from '@primer/react';

interface Props {
  /** What is filtered: "Filter 214 repositories". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field that narrows the list beneath it while one types. */
export const FilterField = ({ label, value, onChange }: Props) => (
  <TextInput
    type="search"
    aria-label={label}
    placeholder={label}
    leadingVisual={SearchIcon}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
