import { Select } from '@primer/react';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
  readonly caption?: ReactNode;
  /** True while a choice is being kept. */
  readonly isBusy?: boolean;
}

/** A labelled choice of one among few. */
export const SelectField = ({ label, value, options, onChange, caption, isBusy = false }: Props) => (
  <Field label={label} caption={caption}>
    {(control) => (
      <Select {...control} value={value} disabled={isBusy} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.name}
          </Select.Option>
        ))}
      </Select>
    )}
  </Field>
);
