import { TextInput } from '@primer/react';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';
import type { FieldState } from './use-form.ts';

interface Props {
  readonly label: string;
  readonly field: FieldState;
  readonly caption?: ReactNode;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'url';
  readonly autoComplete?: string;
  readonly isRequired?: boolean;
  readonly isCode?: boolean;
  /** The id of a `datalist` with suggestions. */
  readonly list?: string;
}

/** A labelled line of text with what it needs beneath it. */
export const TextField = ({
  label,
  field,
  caption,
  type = 'text',
  autoComplete,
  isRequired,
  isCode,
  list,
}: Props) => (
  <Field label={label} caption={caption} need={field.need}>
    {(control) => (
      <TextInput
        {...control}
        block
        aria-required={isRequired}
        type={type}
        value={field.value}
        autoComplete={autoComplete}
        list={list}
        monospace={isCode ?? false}
        spellCheck={isCode === true ? false : undefined}
        {...(field.need === undefined ? {} : { validationStatus: 'error' })}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={field.onBlur}
      />
    )}
  </Field>
);
