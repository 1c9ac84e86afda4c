import { Select } from '@primer/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listRepositories, listTeams } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';

/** Chooses whose list it is: the reader's, that of their teams, of one team or of one repository. */
export const WhoseSelect = () => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const teams = useAnswer(listTeams).data?.teams ?? [];
  const repositories = useAnswer(listRepositories).data?.repositories ?? [];
  const value = toValue(search);
  const options = [
    ...teams.map(({ slug, name }) => [`team:${slug}`, name] as const),
    ...repositories.map(({ fullName }) => [`repo:${fullName}`, fullName] as const),
  ];
  const isKnown = fixed.some(([each]) => each === value) || options.some(([each]) => each === value);
  const choose = (next: string) => void navigate({ to: '.', search: toSearch(next), resetScroll: false });
  return (
    <Select aria-label="Whose" value={value} onChange={(event) => choose(event.target.value)}>
      {[...fixed, ...(isKnown ? [] : [[value, value.slice(5)] as const]), ...options].map(([each, name]) => (
        <Select.Option key={each} value={each}>
          {name}
        </Select.Option>
      ))}
    </Select>
  );
};

const fixed = [
  ['', 'For me'],
  ['team:@mine', 'My teams'],
] as const;

const toValue = ({ team, repo }: Readonly<Record<string, unknown>>): string => {
  if (typeof team === 'string' && team !== '') return `team:${team}`;
  return typeof repo === 'string' && repo !== '' ? `repo:${repo}` : '';
};

const toSearch = (value: string): Readonly<Record<string, string>> => {
  const [kind = '', ...name] = value.split(':');
  return kind === '' ? {} : { [kind]: name.join(':') };
};
