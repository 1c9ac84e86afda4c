import { PlusIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { PullParams } from '@throughline/contract';
import { lazy, Suspense, useRef, useState } from 'react';
import { useCommands } from '../ui/commands.ts';

// What can be chosen comes with the first look at it.
const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel }));

interface Props {
  readonly params: PullParams;
  readonly onChange: (next: PullParams) => void;
}

/** Offers every filter by its words; `F` opens it. */
export const FilterMenu = ({ params, onChange }: Props) => {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useCommands([{ name: 'Add a filter', key: 'f', act: () => setIsOpen(true) }]);

  return (
    <>
      <Button
        ref={button}
        leadingVisual={PlusIcon}
        aria-haspopup="dialog"
        aria-keyshortcuts="f"
        onClick={() => setIsOpen(true)}
      >
        Filter
      </Button>
      {isOpen && (
        <Suspense>
          <FilterPanel params={params} opener={button} onChange={onChange} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
