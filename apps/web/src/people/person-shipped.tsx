import { GitMergeIcon } from '@primer/octicons-react';
import { Select } from '@primer/react';
import type { PersonPage } from '@throughline/contract';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { StandingList } from '../ui/standing-list.tsx';
import { useParam } from '../ui/use-param.ts';
import { PersonShippedGroup } from './person-shipped-group.tsx';

/** What was shipped, by repository or by label; a group unfolds into its rows. */
export const PersonShipped = ({ page }: { readonly page: PersonPage }) => {
  const { groups, by, isMe, period, lastShippedOn } = page;
  const [, setBy] = useParam('by');
  return (
    <Section
      title={isMe ? 'What I shipped' : 'What was shipped'}
      aside={
        <Select
          aria-label="What was shipped, by"
          value={by}
          onChange={({ target }) => setBy(target.value === 'label' ? 'label' : '')}
        >
          <Select.Option value="repo">by repository</Select.Option>
          <Select.Option value="label">by label</Select.Option>
        </Select>
      }
    >
      {groups.length === 0 ? (
        <EmptyState cause="nothing-matches" icon={GitMergeIcon}>
          Nothing was merged in {period.label}.
          {lastShippedOn !== undefined && ` The last merge before it was on ${lastShippedOn}.`}
        </EmptyState>
      ) : (
        <StandingList
          rows={groups}
          toKey={({ key }) => key}
          isTight
          question={`${page.slug} ${period.text} ${by}`}
        >
          {(group) => <PersonShippedGroup page={page} group={group} isFirst={group.key === groups[0]?.key} />}
        </StandingList>
      )}
    </Section>
  );
};
