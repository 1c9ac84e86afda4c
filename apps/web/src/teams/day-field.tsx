import { TextInput } from '@primer/react';
import { Field } from '../ui/field.tsx';

interface Props {
  readonly label: string;
  /** As `2026-11-21`; empty: none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly caption?: string;
}

/** A day, in the browser's own field for days. */
export const DayField = ({ label, value, onChange, caption }: Props) => (
  <Field label={label} caption={caption}>
    {(control) => (
      <TextInput
        {...control}
        type="date"
        max="9999-12-30"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
