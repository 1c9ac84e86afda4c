import { checkHost, type HostChecked } from '@throughline/contract';
import { useState } from 'react';
import { toFailure } from '../../api/to-failure.ts';
import { useChange } from '../../api/use-change.ts';
import type { WizardState } from './wizard-state.ts';

type WizardHost = WizardState['host'];

interface Asked {
  readonly given: WizardHost;
  readonly onGood: (host: WizardHost) => void;
}

/** Asks a host what it is. One that is too old is told of first; giving it again goes on all the same. */
export const useHostCheck = ({ given, onGood }: Asked) => {
  const asked = JSON.stringify(given);
  const [old, setOld] = useState<{ readonly of: string; readonly checked: HostChecked }>();
  const change = useChange(checkHost);
  const tooOld = old?.of === asked ? old.checked : undefined;
  // What was said of another address says nothing of this one.
  const error = JSON.stringify(change.variables?.body?.host) === asked ? change.error : null;
  return {
    /** What answered, where it is too old. */
    tooOld,
    isBusy: change.isPending,
    error,
    /** What the host answered that a field of the form mends. */
    needs: error === null ? {} : (toFailure(error).fields ?? {}),
    check: () => {
      if (tooOld !== undefined) {
        onGood(given);
        return;
      }
      change.mutate(
        { body: { host: given } },
        {
          onSuccess: (checked) => (checked.isTooOld ? setOld({ of: asked, checked }) : onGood(given)),
        },
      );
    },
  };
};
