import { useEffect, useReducer } from 'react';
import { advanceWizard, type WizardEvent } from './advance-wizard.ts';
import { emptyWizard, type WizardState, wizardState } from './wizard-state.ts';

const storedAs = 'throughline-connect';

/** The wizard's state, which outlives a reload of this tab. */
export const useWizard = (): readonly [WizardState, (event: WizardEvent) => void, forget: () => void] => {
  const [state, send] = useReducer(advanceWizard, undefined, loadWizard);
  useEffect(() => sessionStorage.setItem(storedAs, JSON.stringify(state)), [state]);
  return [state, send, forgetWizard];
};

const loadWizard = (): WizardState => {
  const stored = sessionStorage.getItem(storedAs);
  if (stored === null) return emptyWizard;
  return wizardState.safeParse(parseJson(stored)).data ?? emptyWizard;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const forgetWizard = (): void => sessionStorage.removeItem(storedAs);
