import { Select } from '@primer/react';
import { listRepositories } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useParam } from '../ui/use-param.ts';

/** Chooses one of the repositories the reader sees; the choice lives in the address. */
export const RepositorySelect = () => {
  const [repo, setRepo] = useParam('repo');
  const names = useAnswer(listRepositories).data?.repositories.map(({ fullName }) => fullName) ?? [];
  const offered = repo === '' || names.includes(repo) ? names : [repo, ...names];
  return (
    <Select aria-label="Repository" value={repo} onChange={(event) => setRepo(event.target.value)}>
      <Select.Option value="">All repositories</Select.Option>
      {offered.map((name) => (
        <Select.Option key={name} value={name}>
          {name}
        </Select.Option>
      ))}
    </Select>
  );
};
