import type { WizardEvent } from './advance-wizard.ts';
import type { WizardState } from './wizard-state.ts';

export interface StepProps {
  readonly state: WizardState;
  readonly send: (event: WizardEvent) => void;
}
