import { Button, Link } from '@primer/react';
import { listPeople, type PeopleImport, writePeopleImport } from '@throughline/contract';
import { type ChangeEvent, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { AppLink } from '../ui/app-link.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Field } from '../ui/field.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { useTell } from '../ui/tell-context.ts';
import { ImportRows } from './import-rows.tsx';
import styles from './people.module.css';
import { personAnswers } from './person-answers.data.ts';
import { useFileUpload } from './use-file-upload.ts';

const template =
  'name,emails,logins,joined,left,zone,team\r\n' +
  'Kim Example,kim@example.com kim@old.example.com,kim-example,2026-03-01,,Europe/Paris,\r\n';

/** Brings people in from a file: what each row will do first, then all of it or nothing. */
export const ImportPage = () => {
  const upload = useFileUpload();
  const [done, setDone] = useState<PeopleImport>();
  const read = upload.answer;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    setDone(undefined);
    const [file] = event.target.files ?? [];
    if (file !== undefined) upload.start(file);
  };
  return (
    <Page
      title="Import people"
      trail={
        <>
          <AppLink to="/people">People</AppLink> /
        </>
      }
      sentence={
        read === undefined ? 'Nothing is written before you have seen what each row does.' : undefined
      }
    >
      <IgnoredParams known={[]} />
      <Field
        label="File of people"
        caption={
          <>
            CSV with commas, semicolons or tabs, up to 100,000 rows. Columns: name, emails, logins, joined,
            left, zone, team; an empty cell leaves what is there.{' '}
            <Link href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`} download="people.csv">
              Download a template
            </Link>
          </>
        }
      >
        {(control) => <input {...control} type="file" accept=".csv,.tsv,.txt,text/csv" onChange={choose} />}
      </Field>
      <output>{upload.isBusy && `Reading the file, ${upload.percent} % of it is there.`}</output>
      {upload.error !== undefined && <FailureMessage error={upload.error} isAnswer />}
      {read !== undefined && <Judged key={read.peopleImportId} read={done ?? read} onDone={setDone} />}
    </Page>
  );
};

interface JudgedProps {
  readonly read: PeopleImport;
  readonly onDone: (done: PeopleImport) => void;
}

const Judged = ({ read, onDone }: JudgedProps) => {
  const tell = useTell();
  const { adds, changes } = read.counts;
  const write = useChange(writePeopleImport, {
    refreshes: [...personAnswers, listPeople],
    onDone: (answer) => {
      onDone(answer);
      tell({
        text: `${toCount(answer.counts.adds, 'person', 'people')} added, ${toNumber(answer.counts.changes)} changed.`,
      });
    },
  });
  const isWritten = read.state === 'written';
  const canWrite = !isWritten && read.counts.wrong === 0 && adds + changes > 0;
  return (
    <Section title={isWritten ? 'What was written' : 'What each row will do'}>
      <p>{toSentence(read)}</p>
      {read.awaitedLogins > 0 && <p className={styles['note']}>{toAwaitedSentence(read)}</p>}
      {read.unknownColumns.length > 0 && (
        <p className={styles['note']}>Columns that are left out: {read.unknownColumns.join(', ')}.</p>
      )}
      {canWrite && (
        <div>
          <Button
            variant="primary"
            loading={write.isPending}
            onClick={() => write.mutate({ params: { peopleImportId: read.peopleImportId } })}
          >
            {toVerb(adds, changes)}
          </Button>
        </div>
      )}
      {write.isError && <FailureMessage error={write.error} isAnswer />}
      {isWritten ? (
        <AppLink to="/people/suggestions">See whose accounts are suggested now</AppLink>
      ) : (
        <ImportRows peopleImportId={read.peopleImportId} counts={read.counts} />
      )}
    </Section>
  );
};

const toVerb = (adds: number, changes: number): string => {
  if (changes === 0) return `Add ${toCount(adds, 'person', 'people')}`;
  if (adds === 0) return `Change ${toCount(changes, 'person', 'people')}`;
  return `Add ${toNumber(adds)} and change ${toNumber(changes)} people`;
};

const toAwaitedSentence = ({ awaitedLogins, state }: PeopleImport): string =>
  `${toCount(awaitedLogins, 'login was', 'logins were')} not seen here yet: ${state === 'written' ? 'kept' : 'to be kept'} with their people, who are linked once somebody is seen under them.`;

const toSentence = ({ fileName, state, counts }: PeopleImport): string => {
  const { rows, adds, changes, nothing, wrong } = counts;
  const parts = [
    `${toNumber(adds)} ${state === 'written' ? 'added' : 'to add'}`,
    `${toNumber(changes)} ${state === 'written' ? 'changed' : 'to change'}`,
    `${toNumber(nothing)} as they are already`,
  ];
  const told = `${toCount(rows, 'row')} in ${fileName}: ${parts.join(', ')}`;
  return wrong === 0
    ? `${told}.`
    : `${told}, ${toNumber(wrong)} wrong. Nothing is written while one is wrong: correct the file and choose it again.`;
};
