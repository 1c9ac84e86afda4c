import { XIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';

interface Props {
  readonly names: readonly string[];
  /** What is dropped: "by kim", "all filters". */
  readonly label: string;
}

/** Takes filters out of the address. */
export const DropFilters = ({ names, label }: Props) => {
  const navigate = useNavigate();
  const drop = () =>
    void navigate({
      to: '.',
      search: (before: object) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
    });
  return (
    <Button trailingVisual={XIcon} aria-label={`Drop the filter: ${label}`} onClick={drop}>
      {label}
    </Button>
  );
};
