import { Link, TextInput } from '@primer/react';
import {
  type AuditFilter,
  exportAuditCsv,
  exportAuditJson,
  listUsers,
  throughlineItself,
  toAddress,
} from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { Field } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useParam } from '../ui/use-param.ts';
import styles from './audit-page.module.css';
import { auditKinds } from './audit-words.data.ts';
import { toActionName, toSubjectWords } from './audit-words.ts';

/** What narrows the audit, and exactly what is listed as a file. */
export const AuditFilterBar = ({ filter }: { readonly filter: AuditFilter }) => (
  <div className={styles['bar']}>
    <ActionChoice />
    <ActorChoice />
    <SubjectChoice />
    <Days period={filter.period} />
    <span className={styles['files']}>
      <Link href={toAddress(exportAuditCsv, { query: filter })} download>
        .csv
      </Link>
      <Link href={toAddress(exportAuditJson, { query: filter })} download>
        .json
      </Link>
    </span>
  </div>
);

const ActionChoice = () => {
  const [action, setAction] = useParam('action');
  const kinds = Object.keys(auditKinds);
  const shown = action === '' || kinds.includes(action) ? kinds : [action, ...kinds];
  const options = shown.map((value) => ({ value, name: toActionName(value) }));
  return (
    <SelectField
      label="What"
      value={action}
      options={[{ value: '', name: 'Everything' }, ...options]}
      onChange={setAction}
    />
  );
};

const ActorChoice = () => {
  const [actor, setActor] = useParam('actor');
  const users = useAnswer(listUsers);
  const emails = users.data?.users.map(({ email }) => email) ?? [];
  const isOther = actor !== '' && actor !== throughlineItself && !emails.includes(actor);
  const options = [...(isOther ? [actor] : []), ...emails].map((value) => ({ value, name: value }));
  return (
    <SelectField
      label="Who"
      value={actor}
      options={[
        { value: '', name: 'Everybody' },
        { value: throughlineItself, name: 'Throughline itself' },
        ...options,
      ]}
      onChange={setActor}
    />
  );
};

/** Rows lead to one thing's changes; from there the way back. */
const SubjectChoice = () => {
  const [subject, setSubject] = useParam('subject');
  if (subject === '') return undefined;
  const options = [
    { value: '', name: 'Anything' },
    { value: subject, name: toSubjectWords(subject) },
  ];
  return <SelectField label="On" value={subject} options={options} onChange={setSubject} />;
};

interface DaysProps {
  readonly period: string | undefined;
}

/** Both days are wanted; with one alone nothing is narrowed yet. */
const Days = ({ period = '..' }: DaysProps) => {
  const [, setPeriod] = useParam('period');
  const [typed, setTyped] = useState({ over: period, days: period.split('..') });
  const [first = '', last = ''] = typed.over === period ? typed.days : period.split('..');
  const choose = (days: readonly [string, string]) => {
    setTyped({ over: period, days: [...days] });
    const [from, until] = days;
    if (from === '' && until === '') setPeriod('');
    else if (from !== '' && until !== '' && from <= until) setPeriod(`${from}..${until}`);
  };
  const need = first > last && last !== '' ? 'It comes before the first day.' : undefined;
  return (
    <>
      <Field label="First day">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={first}
            onChange={(event) => choose([event.target.value, last])}
          />
        )}
      </Field>
      <Field label="Last day" need={need}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={last}
            onChange={(event) => choose([first, event.target.value])}
          />
        )}
      </Field>
    </>
  );
};
