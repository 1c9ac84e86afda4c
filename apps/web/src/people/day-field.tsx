import { TextInput } from '@primer/react';
import type { ReactNode } from 'react';
import { Field } from '../ui/field.tsx';

interface Props {
  readonly label: string;
  readonly caption?: ReactNode;
  readonly field: {
    readonly value: string;
    readonly need?: string | undefined;
    readonly onChange: (value: string) => void;
    readonly onBlur?: () => void;
  };
}

/** A day, by the browser's own date field; empty is no day. */
export const DayField = ({ label, caption, field }: Props) => (
  <Field label={label} caption={caption} need={field.need}>
    {(control) => (
      <TextInput
        {...control}
        type="date"
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={field.onBlur}
      />
    )}
  </Field>
);
