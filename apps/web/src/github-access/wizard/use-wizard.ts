import { useEffect, useReducer } from 'react';
import { advanceWizard, type WizardEvent } from './advance-wizard.ts';
import { emptyWizard, type WizardState, wizardState } from './wizard-state.ts';

/**
 * The wizard's state, which outlives a reload of this tab and a way to GitHub and back.
 *
 * @param storedAs under which name; another connection's page has another
 * @param initial what is known at the start
 */
export const useWizard = (
  storedAs: string,
  initial: WizardState = emptyWizard,
): readonly [WizardState, (event: WizardEvent) => void, forget: () => void] => {
  const [state, send] = useReducer(advanceWizard, storedAs, () => loadWizard(storedAs) ?? initial);
  useEffect(() => sessionStorage.setItem(storedAs, JSON.stringify(state)), [state, storedAs]);
  return [state, send, () => sessionStorage.removeItem(storedAs)];
};

const loadWizard = (storedAs: string): WizardState | undefined => {
  const stored = sessionStorage.getItem(storedAs);
  return stored === null ? undefined : wizardState.safeParse(parseJson(stored)).data;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
