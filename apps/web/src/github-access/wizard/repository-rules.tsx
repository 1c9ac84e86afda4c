import type { OfferedRepository } from '@throughline/contract';
import { CheckField } from '../../ui/check-field.tsx';
import type { RepositoryChoice } from './wizard-state.ts';

interface Props {
  readonly choice: RepositoryChoice;
  readonly onChange: (choice: RepositoryChoice) => void;
  /** Where they are known: how many a rule concerns now is said beside it. */
  readonly offered?: readonly OfferedRepository[];
}

/** Whether archived repositories and forks are among "all". */
export const RepositoryRules = ({ choice, onChange, offered }: Props) => (
  <>
    <CheckField
      label={`Read archived repositories too${toNow(offered?.filter(({ isArchived }) => isArchived))}`}
      isOn={choice.includesArchived}
      onChange={(includesArchived) => onChange({ ...choice, includesArchived })}
    />
    <CheckField
      label={`Read forks too${toNow(offered?.filter(({ isFork }) => isFork))}`}
      isOn={choice.includesForks}
      onChange={(includesForks) => onChange({ ...choice, includesForks })}
    />
  </>
);

const toNow = (concerned: readonly unknown[] | undefined): string =>
  concerned === undefined ? '' : ` (${concerned.length} now)`;
