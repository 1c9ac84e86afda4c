import type { PersonPages } from '@throughline/contract';

interface PageChoice {
  readonly value: PersonPages;
  readonly name: string;
  readonly caption: string;
}

/** Each opens pages to those of the choices before it too. */
export const pageChoices: readonly PageChoice[] = [
  {
    value: 'own',
    name: 'Nobody else',
    caption: 'Administrators neither. They still look after accounts and links.',
  },
  {
    value: 'leads',
    name: 'Leads of their teams',
    caption: 'Whoever leads a team in which the person works today, or a team above it.',
  },
  {
    value: 'managers',
    name: 'Managers too',
    caption: 'Leads, and everyone with the role manager or administrator.',
  },
  { value: 'everyone', name: 'Everyone in this workspace', caption: 'Whoever signs in.' },
];
