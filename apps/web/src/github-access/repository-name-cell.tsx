import { RepositoryName } from '../ui/repository-name.tsx';

interface Props {
  readonly fullName: string;
  readonly isArchived: boolean;
  readonly isFork: boolean;
}

/** A repository to be chosen or left out, with what a rule may say of it. */
export const RepositoryNameCell = ({ fullName, isArchived, isFork }: Props) => (
  <>
    <RepositoryName fullName={fullName} />
    {isArchived && ', archived'}
    {isFork && ', fork'}
  </>
);
