import type { Correction, CorrectionKind } from '@throughline/contract';

/** What is wrong, before what it is about. */
export const correctionWords: Readonly<Record<CorrectionKind, string>> = {
  account: 'Not my account',
  email: 'Not my e-mail address',
  name: 'My name is',
  zone: 'My zone is',
  'pull-request': 'Not my pull request',
};

export const correctionStates: Readonly<Record<Correction['state'], string>> = {
  open: 'Waiting for an administrator',
  done: 'Done',
  refused: 'Refused',
};
