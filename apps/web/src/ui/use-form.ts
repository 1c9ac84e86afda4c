import { type SyntheticEvent, useState } from 'react';
import type * as z from 'zod';
import { toFailure } from '../api/to-failure.ts';
import { findNeeds } from './form-needs.ts';

type Texts = Readonly<Record<string, string>>;

interface Asked<Values extends Texts> {
  readonly initial: Values;
  /** The body's schema from the contract: the same rule, in the same words, on both sides. */
  readonly schema: z.ZodType | undefined;
  readonly onSubmit: (values: Values) => void;
  /** What the server answered last, so that a field it refused says why. */
  readonly error?: unknown;
}

export interface FieldState {
  readonly value: string;
  readonly need: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/** Texts of a form: checked on leaving a field and on sending; what was typed stays through failures. */
export const useForm = <Values extends Texts>({ initial, schema, onSubmit, error }: Asked<Values>) => {
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const needs = findNeeds(schema, values);
  const refused = error === undefined || error === null ? {} : (toFailure(error).fields ?? {});

  const field = (name: keyof Values & string): FieldState => ({
    value: values[name] ?? '',
    need: left.has(name) ? (needs[name] ?? refused[name]) : undefined,
    onChange: (value) => setValues((before) => ({ ...before, [name]: value })),
    onBlur: () => setLeft((before) => new Set(before).add(name)),
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setLeft(new Set(Object.keys(values)));
    if (Object.keys(needs).length === 0) onSubmit(values);
  };

  const reset = () => {
    setValues(initial);
    setLeft(new Set());
  };

  return { field, submit, reset, values };
};
