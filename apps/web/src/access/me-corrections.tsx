import { CommentIcon } from '@primer/octicons-react';
import { type CorrectionKind, getMyData, listMyCorrections } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { meCorrectionColumns } from './me-correction-columns.tsx';
import { type AskedKind, MeCorrectionForm } from './me-correction-form.tsx';

/** What the reader wants put right about themselves, and what became of it. */
export const MeCorrections = () => {
  const data = useAnswer(getMyData);
  const corrections = useAnswer(listMyCorrections);
  const skeleton = <Skeleton label="Loading corrections" rows={4} />;
  return (
    <Loaded answer={data} skeleton={skeleton}>
      {({ untied, person }) =>
        untied === undefined ? (
          <>
            <AskForm zone={person?.zone} />
            <Section title="What you asked">
              <Loaded answer={corrections} skeleton={skeleton}>
                {(answer) =>
                  answer.corrections.length === 0 ? (
                    <EmptyState cause="nothing-yet" icon={CommentIcon}>
                      You have asked for nothing yet.
                    </EmptyState>
                  ) : (
                    <RowList
                      label="What you asked"
                      columns={meCorrectionColumns}
                      rows={answer.corrections}
                      toKey={({ correctionId }) => correctionId}
                    />
                  )
                }
              </Loaded>
            </Section>
          </>
        ) : (
          <p>{untied}</p>
        )
      }
    </Loaded>
  );
};

const kinds: readonly { readonly value: AskedKind; readonly name: string }[] = [
  { value: 'pull-request', name: 'This pull request is not mine' },
  { value: 'email', name: 'This e-mail address is not mine' },
  { value: 'name', name: 'My name is another' },
  { value: 'zone', name: 'My time zone is another' },
];

const isAskedKind = (kind: string): kind is Exclude<CorrectionKind, 'account'> =>
  kinds.some(({ value }) => value === kind);

const AskForm = ({ zone }: { readonly zone: string | undefined }) => {
  const [kind, setKind] = useState<AskedKind>('pull-request');
  return (
    <Section title="Something is wrong">
      <SelectField
        label="What is wrong?"
        value={kind}
        options={kinds}
        onChange={(value) => isAskedKind(value) && setKind(value)}
        caption={
          <>
            An account that is not you is unlinked under{' '}
            <PathLink path="/settings/me?tab=stored">What is stored</PathLink>, at once.
          </>
        }
      />
      <MeCorrectionForm key={kind} kind={kind} zone={zone} />
    </Section>
  );
};
