import { SkipIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import {
  addExclusionRule,
  type ExclusionRule,
  type ExclusionRuleKind,
  exclusionRuleKind,
  listExclusionRules,
  removeExclusionRule,
} from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import type { Column } from '../ui/column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Moment } from '../ui/moment.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { ruleKinds } from './rule-kinds.data.ts';

/** Rules that leave pull requests out of all figures, each with its reason. */
export const ExclusionsPage = () => {
  const rules = useAnswer(listExclusionRules);
  if (isNotFound(rules.error)) return <NothingHere />;
  return (
    <Page
      title="Exclusions"
      trail={<PathLink path="/settings">Settings</PathLink>}
      sentence="What fits a rule is left out of all figures, with the reason beside it. It stays in lists."
    >
      <Section title="Rules">
        <Loaded answer={rules} skeleton={<Skeleton label="Loading the rules" rows={3} />}>
          {(data) =>
            data.rules.length === 0 ? (
              <EmptyState cause="nothing-yet" icon={SkipIcon}>
                There is no rule. Every pull request counts, but those of bots, AI agents and excluded people.
              </EmptyState>
            ) : (
              <RowList label="Rules" columns={columns} rows={data.rules} toKey={({ ruleId }) => ruleId} />
            )
          }
        </Loaded>
      </Section>
      <Section title="Add a rule">
        <AddRule />
      </Section>
    </Page>
  );
};

const columns: readonly Column<ExclusionRule>[] = [
  {
    key: 'what',
    head: 'What fits',
    cell: ({ kind, pattern }) => (
      <>
        {ruleKinds[kind]} <code dir="auto">{pattern}</code>
      </>
    ),
  },
  { key: 'why', head: 'Why', cell: ({ reason }) => <bdi>{reason}</bdi> },
  {
    key: 'who',
    head: 'By',
    width: '10rem',
    isWideOnly: true,
    cell: ({ by, at }) => (
      <>
        {by} <Moment at={at} />
      </>
    ),
  },
  { key: 'remove', head: 'Remove', width: '8rem', cell: (rule) => <RemoveRule rule={rule} /> },
];

const RemoveRule = ({ rule }: { readonly rule: ExclusionRule }) => {
  const tell = useTell();
  const add = useChange(addExclusionRule, { refreshes: [listExclusionRules] });
  const { ruleId, kind, pattern, reason } = rule;
  const remove = useChange(removeExclusionRule, {
    refreshes: [listExclusionRules],
    onDone: () =>
      tell({
        text: `The rule ${ruleKinds[kind]} ${pattern} is removed.`,
        undo: () => add.mutate({ body: { kind, pattern, reason } }),
      }),
  });
  return (
    <Button
      size="small"
      loading={remove.isPending}
      aria-label={`Remove the rule ${ruleKinds[kind]} ${pattern}`}
      onClick={() => remove.mutate({ params: { ruleId } })}
    >
      Remove
    </Button>
  );
};

const AddRule = () => {
  const [kind, setKind] = useState<ExclusionRuleKind>('label');
  const tell = useTell();
  const add = useChange(addExclusionRule, { refreshes: [listExclusionRules] });
  const { field, submit, reset } = useForm({
    initial: { pattern: '', reason: '' },
    schema: addExclusionRule.body?.omit({ kind: true }),
    error: add.error,
    onSubmit: (texts) =>
      add.mutate(
        { body: { kind, ...texts } },
        {
          onSuccess: () => {
            reset();
            tell({ text: `What fits ${ruleKinds[kind]} ${texts.pattern} is left out of figures.` });
          },
        },
      ),
  });
  return (
    <Form onSubmit={submit} button="Add the rule" isBusy={add.isPending} error={add.error}>
      <SelectField
        label="What is compared"
        value={kind}
        options={exclusionRuleKind.options.map((value) => ({ value, name: ruleKinds[value] }))}
        onChange={(value) => setKind(exclusionRuleKind.parse(value))}
      />
      <TextField
        label="It fits"
        caption="* stands for anything; case makes no difference. Such as deps/*."
        field={field('pattern')}
        isRequired
      />
      <TextField label="Why? Everyone reads it" field={field('reason')} isRequired />
    </Form>
  );
};
