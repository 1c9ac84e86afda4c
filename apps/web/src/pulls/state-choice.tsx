import { SegmentedControl } from '@primer/react';
import { ScrollRow } from '../ui/scroll-row.tsx';
import { useParam } from '../ui/use-param.ts';

const states = [
  ['', 'All'],
  ['open', 'Open'],
  ['draft', 'Draft'],
  ['merged', 'Merged'],
  ['closed', 'Closed'],
] as const;

/** Chooses a state of GitHub's, which lives in the address. */
export const StateChoice = () => {
  const [state, setState] = useParam('state');
  return (
    <ScrollRow>
      <SegmentedControl aria-label="State" onChange={(position) => setState(states[position]?.[0] ?? '')}>
        {states.map(([value, name]) => (
          <SegmentedControl.Button key={name} selected={value === state}>
            {name}
          </SegmentedControl.Button>
        ))}
      </SegmentedControl>
    </ScrollRow>
  );
};
