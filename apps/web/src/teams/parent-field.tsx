import { listTeams } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { SelectField } from '../ui/select-field.tsx';
import { arrangeTeams } from './arrange-teams.ts';

interface Props {
  readonly value: string;
  readonly onChange: (slug: string) => void;
  /** Cannot be chosen: the team itself. */
  readonly without?: string;
}

/** The team another one is part of; an empty value is none. */
export const ParentField = ({ value, onChange, without }: Props) => {
  const teams = useAnswer(listTeams, { query: {} }).data?.teams ?? [];
  const options = arrangeTeams(teams).filter(({ team }) => team.slug !== without);
  return (
    <SelectField
      label="Part of"
      value={value}
      onChange={onChange}
      caption="What its members do counts for the team above, too."
      options={[
        { value: '', name: 'No other team' },
        ...options.map(({ team, depth }) => ({
          value: team.slug,
          name: `${'\u2003'.repeat(depth)}${team.name}`,
        })),
      ]}
    />
  );
};
