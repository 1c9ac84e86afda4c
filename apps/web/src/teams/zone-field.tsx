import { useId } from 'react';
import { TextField } from '../ui/text-field.tsx';
import type { FieldState } from '../ui/use-form.ts';

/** A team's time zone, with those this browser knows. */
export const ZoneField = ({ field }: { readonly field: FieldState }) => {
  const zones = useId();
  return (
    <>
      <TextField
        label="Time zone"
        list={zones}
        autoComplete="off"
        caption="Where most of the team works, such as Europe/Paris. Empty: the workspace’s."
        field={field}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
};
