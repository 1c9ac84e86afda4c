import { Suspense } from 'react';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { connectWays } from './connect-ways.data.tsx';
import type { StepProps } from './step-props.ts';

/** The ways to the right to read, and the one that is chosen: it ends in `report-found`. */
export const ConnectWayChoice = ({ state, send }: StepProps) => {
  const chosen = connectWays.find(({ way }) => way === (state.way ?? connectWays[0]?.way));
  return (
    <>
      <RadioChoices
        label="Way of connecting"
        chosen={chosen?.way}
        onChoose={(value) => {
          const picked = connectWays.find(({ way }) => way === value);
          if (picked !== undefined) send({ kind: 'way-chosen', way: picked.way });
        }}
        choices={connectWays.map(({ way, name, caption }) => ({ value: way, name, caption }))}
      />
      {chosen !== undefined && (
        <Suspense fallback={<Skeleton label={`Preparing: ${chosen.name}`} />}>
          <chosen.Step state={state} send={send} />
        </Suspense>
      )}
    </>
  );
};
