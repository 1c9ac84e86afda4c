import type { PersonPages } from '@throughline/contract';

interface Looking {
  readonly isMe: boolean;
  readonly setting: PersonPages;
  /** How many others opened it in the last 30 days. */
  readonly lookers: number;
}

/** Who may open a person's page, as a clause: every reader finds the same words on their page and in the settings. */
export const pageOpenings: Readonly<Record<PersonPages, string>> = {
  own: 'Nobody else may open it.',
  leads: 'Leads of your teams may open it.',
  managers: 'Leads of your teams, managers and administrators may open it.',
  everyone: 'Everyone in this workspace may open it.',
};

/** The line under a person's name: whose page it is, and that looking is seen. */
export function toLooking({ isMe, setting, lookers }: Looking): string {
  if (!isMe) return 'They can see that you looked.';
  const others = lookers === 1 ? '1 person did' : `${lookers} people did`;
  const did = lookers === 0 ? 'Nobody did' : others;
  return `This page is yours first. ${pageOpenings[setting]} ${did} in the last 30 days.`;
}
