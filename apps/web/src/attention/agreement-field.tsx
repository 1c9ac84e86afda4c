import { Select, TextInput } from '@primer/react';
import type { Agreement } from '@throughline/contract';
import { Field } from '../ui/field.tsx';
import styles from './agreement-field.module.css';
import { agreementNames, agreementNotes, toValueWords } from './agreement-words.ts';

/** What is chosen for one kind: nothing of one's own, a limit, or that there is none. */
export interface Choice {
  readonly mode: 'unset' | 'limit' | 'none';
  /** As typed. */
  readonly text: string;
}

interface Props {
  readonly agreement: Agreement;
  readonly choice: Choice;
  readonly need: string | undefined;
  readonly onChange: (choice: Choice) => void;
}

const units = { hours: 'hours', days: 'days', lines: 'lines', none: '' } as const;

/** One agreement: whose limit holds, and how much where the team sets its own. */
export const AgreementField = ({ agreement, choice, need, onChange }: Props) => {
  const { kind, unit, otherwise } = agreement;
  const name = agreementNames[kind];
  const fallback = `${otherwise.setBy === undefined ? 'Throughline’s own' : `As ${otherwise.setBy.name}`}: ${toValueWords(agreement, otherwise.value)}`;
  const isUnreviewed = kind === 'unreviewed';
  return (
    <Field label={name} caption={agreementNotes[kind]} need={need}>
      {(control) => (
        <div className={styles['row']}>
          <Select
            {...control}
            value={choice.mode}
            // as: the options are these
            onChange={(event) => onChange({ ...choice, mode: event.target.value as Choice['mode'] })}
          >
            <Select.Option value="unset">{fallback}</Select.Option>
            <Select.Option value="limit">{isUnreviewed ? 'None' : 'A limit of our own'}</Select.Option>
            <Select.Option value="none">{isUnreviewed ? 'Allowed' : 'No limit'}</Select.Option>
          </Select>
          {choice.mode === 'limit' && !isUnreviewed && (
            <>
              <TextInput
                aria-label={`${name}, in ${units[unit]}`}
                aria-invalid={need !== undefined}
                inputMode="numeric"
                value={choice.text}
                className={styles['amount'] ?? ''}
                onChange={(event) => onChange({ ...choice, text: event.target.value })}
              />
              <span>{units[unit]}</span>
            </>
          )}
        </div>
      )}
    </Field>
  );
};
