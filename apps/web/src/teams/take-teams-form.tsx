import { useNavigate } from '@tanstack/react-router';
import { type GithubTeamOffer, takeGithubTeams } from '@throughline/contract';
import { type SyntheticEvent, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { CheckField } from '../ui/check-field.tsx';
import type { Column } from '../ui/column.ts';
import { Form } from '../ui/form.tsx';
import { useNow } from '../ui/now-context.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { PickList } from '../ui/pick-list.tsx';
import { useTell } from '../ui/tell-context.ts';
import { DayField } from './day-field.tsx';
import { teamAnswers } from './team-answers.data.ts';

interface Props {
  readonly connectionId: number;
  readonly offered: readonly GithubTeamOffer[];
}

/** Picks teams of one organisation and says since when their members count, and whether they follow GitHub. */
export const TakeTeamsForm = ({ connectionId, offered }: Props) => {
  const navigate = useNavigate();
  const tell = useTell();
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [fromOn, setFromOn] = useState(toYearAgo(useNow()));
  const [isKept, setIsKept] = useState(true);
  const change = useChange(takeGithubTeams, {
    refreshes: teamAnswers,
    onDone: async ({ teams }) => {
      tell({ text: `${toCount(teams.length, 'team is', 'teams are')} taken from GitHub.` });
      await navigate({ to: '/teams' });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ body: { connectionId, githubTeamIds: [...picked], fromOn, isKept } });
  };
  return (
    <Form
      onSubmit={submit}
      button={picked.size === 0 ? 'Take teams' : `Take ${toCount(picked.size, 'team')}`}
      isBusy={change.isPending}
      error={change.error}
      isWide
    >
      <PickList
        nouns={['team', 'teams']}
        rows={offered}
        toId={({ githubTeamId }) => githubTeamId}
        toName={({ name }) => name}
        columns={columns}
        picked={picked}
        onPick={setPicked}
      />
      <DayField
        label="Members since"
        value={fromOn}
        onChange={setFromOn}
        caption="GitHub does not say since when somebody is a member. What today’s members did since this day counts as the team’s."
      />
      <CheckField
        label="Follow GitHub from now on"
        caption="Who joins or leaves there does here, within the hour. Nobody’s days before are changed."
        isOn={isKept}
        onChange={setIsKept}
      />
    </Form>
  );
};

const toYearAgo = (now: Date): string => {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day.toISOString().slice(0, 10);
};

const columns: readonly Column<GithubTeamOffer>[] = [
  { key: 'name', head: 'Team', cell: ({ name }) => <bdi dir="auto">{name}</bdi> },
  { key: 'parent', head: 'Part of', width: '12rem', isWideOnly: true, cell: ({ parentName }) => parentName },
  {
    key: 'members',
    head: 'Members',
    width: '7rem',
    isNumber: true,
    cell: ({ members }) => toNumber(members),
  },
  {
    key: 'unlinked',
    head: 'No person yet',
    width: '9rem',
    isNumber: true,
    isWideOnly: true,
    cell: ({ unlinked }) => (unlinked === 0 ? 'none' : toNumber(unlinked)),
  },
];
