import { Button, Textarea } from '@primer/react';
import { importTeams, type RouteAnswer } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { AppLink } from '../ui/app-link.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Field } from '../ui/field.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ImportRows } from './import-rows.tsx';
import styles from './import-teams.module.css';
import { teamAnswers } from './team-answers.data.ts';

const example = `team,parent,person,part,lead,from,until
Payments,Commerce,kim@example.com,contributor,yes,2026-01-01,
Payments,,@robin,viewer,,2026-03-01,2026-06-30`;

/** Teams and members from a CSV file: a look at what each row does first, then all of them or none. */
export const ImportTeamsPage = () => {
  const [csv, setCsv] = useState('');
  const preview = useChange(importTeams);
  const write = useChange(importTeams, { refreshes: teamAnswers });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await file.text();
    setCsv(text);
    write.reset();
    preview.mutate({ body: { csv: text, isPreview: true } });
  };
  const answer = write.data ?? preview.data;
  const error = write.error ?? preview.error;
  return (
    <Page
      title="Import teams"
      trail={
        <>
          <AppLink to="/teams">Teams</AppLink> /
        </>
      }
      sentence="First you see what each row does; nothing is written while one is wrong."
    >
      <div className={styles['form']}>
        <Field label="CSV file" caption="Commas, semicolons or tabs. The first row names the columns.">
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,text/csv,text/plain"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
          )}
        </Field>
        <Field
          label="Or its text"
          caption="Columns: team, parent, person (a name, an e-mail address or a login; or columns name, email and login), part (contributor or viewer), lead (yes or no), from, until (the last day)."
        >
          {(control) => (
            <Textarea
              {...control}
              block
              rows={6}
              resize="vertical"
              spellCheck={false}
              placeholder={example}
              value={csv}
              onChange={(event) => {
                setCsv(event.target.value);
                preview.reset();
                write.reset();
              }}
            />
          )}
        </Field>
        <div>
          <Button
            variant={preview.data === undefined ? 'primary' : 'default'}
            loading={preview.isPending}
            onClick={() => preview.mutate({ body: { csv, isPreview: true } })}
          >
            Preview rows
          </Button>
        </div>
      </div>
      {error !== null && <FailureMessage error={error} isAnswer />}
      {answer !== undefined && error === null && (
        <Outcome
          answer={answer}
          isBusy={write.isPending}
          onWrite={() => write.mutate({ body: { csv, isPreview: false } })}
        />
      )}
    </Page>
  );
};

interface Props {
  readonly answer: RouteAnswer<typeof importTeams>;
  readonly isBusy: boolean;
  readonly onWrite: () => void;
}

const Outcome = ({ answer, isBusy, onWrite }: Props) => {
  const { rows, problems, isWritten } = answer;
  return (
    <Section
      title={isWritten ? 'What was done' : 'What each row does'}
      aside={
        !isWritten &&
        problems === 0 &&
        rows.length > 0 && (
          <Button variant="primary" loading={isBusy} onClick={onWrite}>
            Import {toCount(rows.length, 'row')}
          </Button>
        )
      }
    >
      <output>{toSentence(answer)}</output>
      {answer.unknownColumns.length > 0 && (
        <p>Columns that are not understood, left aside: {answer.unknownColumns.join(', ')}.</p>
      )}
      {rows.length > 0 && <ImportRows rows={rows} />}
      {isWritten && <AppLink to="/teams">See the teams</AppLink>}
    </Section>
  );
};

function toSentence({ rows, problems, isWritten, teamsMade, membershipsChanged }: Props['answer']): string {
  if (rows.length === 0) return 'The file has no row beneath its head.';
  if (problems > 0)
    return `${toCount(problems, 'row')} can’t be taken. Correct the file and bring it again; nothing is written until then.`;
  const what = `${toCount(teamsMade, 'team')} made and ${toCount(membershipsChanged, 'membership')} changed`;
  return isWritten ? `${what}.` : `No row is wrong. With the import: ${what}.`;
}
