import { SkipIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import {
  excludePullRequest,
  getPullRequest,
  includePullRequest,
  type PullRequestPage,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Form } from '../ui/form.tsx';
import { Moment } from '../ui/moment.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { PullFigures } from './pull-figures.tsx';
import { type PullParts, toPullName } from './pull-parts.ts';

interface Props {
  readonly page: PullRequestPage;
  readonly parts: PullParts;
}

/** Whether figures count it, and why not; leaving it out is for those who may, with a reason and undo. */
export const PullExclusion = ({ page, parts }: Props) => {
  const { exclusion, figures, mayExclude } = page;
  if (exclusion === undefined) {
    return (
      <>
        {figures.length > 0 && <PullFigures figures={figures} />}
        {mayExclude && <Exclude parts={parts} />}
      </>
    );
  }
  return (
    <>
      <p>
        <SkipIcon /> Left out of figures. {exclusion.reason}
        {exclusion.by !== undefined && ` Excluded by ${exclusion.by}`}{' '}
        {exclusion.at !== undefined && <Moment at={exclusion.at} />}
      </p>
      {mayExclude && <TakeBack kind={exclusion.kind} parts={parts} />}
    </>
  );
};

type Kind = NonNullable<PullRequestPage['exclusion']>['kind'];

const TakeBack = ({ kind, parts }: { readonly kind: Kind; readonly parts: PullParts }) => {
  const include = useInclude(parts);
  if (kind === 'rule' || kind === 'repository') {
    return <PathLink path="/settings/exclusions">Rules that leave pull requests out</PathLink>;
  }
  if (kind !== 'pull-request') return undefined;
  return (
    <>
      <Button loading={include.isPending} onClick={() => include.mutate({ params: parts })}>
        Count it again
      </Button>
      {include.error !== null && <FailureMessage error={include.error} isAnswer />}
    </>
  );
};

const useInclude = (parts: PullParts) => {
  const tell = useTell();
  return useChange(includePullRequest, {
    refreshes: [getPullRequest],
    onDone: () => tell({ text: `${toPullName(parts)} counts again.` }),
  });
};

const Exclude = ({ parts }: { readonly parts: PullParts }) => {
  const [isOpen, setIsOpen] = useState(false);
  const tell = useTell();
  const include = useInclude(parts);
  const exclude = useChange(excludePullRequest, {
    refreshes: [getPullRequest],
    onDone: () => {
      setIsOpen(false);
      tell({
        text: `${toPullName(parts)} is excluded from figures.`,
        undo: () => include.mutate({ params: parts }),
      });
    },
  });
  const form = useForm({
    initial: { reason: '' },
    schema: excludePullRequest.body,
    onSubmit: (body) => exclude.mutate({ params: parts, body }),
    error: exclude.error,
  });
  if (!isOpen) {
    return (
      <p>
        <Button leadingVisual={SkipIcon} onClick={() => setIsOpen(true)}>
          Exclude with a reason
        </Button>{' '}
        <PathLink path="/settings/exclusions">Exclude by a rule</PathLink>
      </p>
    );
  }
  return (
    <Form
      onSubmit={form.submit}
      button="Exclude from figures"
      isBusy={exclude.isPending}
      isMain={false}
      error={exclude.error}
      aside={<Button onClick={() => setIsOpen(false)}>Keep it in</Button>}
    >
      <TextField label="Why? Everyone reads it" field={form.field('reason')} isRequired />
    </Form>
  );
};
