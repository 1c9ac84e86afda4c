import { AlertIcon, CheckCircleIcon, CircleIcon, type Icon, XCircleIcon } from '@primer/octicons-react';
import type { CheckVerdict } from '@throughline/contract';

/** How a verdict is said and drawn: the word stands beside the icon, never the colour alone. */
export const verdictWords: Readonly<Record<CheckVerdict, { readonly word: string; readonly icon: Icon }>> = {
  ok: { word: 'Well', icon: CheckCircleIcon },
  attention: { word: 'Needs you', icon: AlertIcon },
  broken: { word: 'Broken', icon: XCircleIcon },
  'not-checked': { word: 'Not checked', icon: CircleIcon },
};
