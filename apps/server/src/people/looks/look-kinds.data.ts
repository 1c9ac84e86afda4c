/** What of a person another opened. */
export const lookKinds = {
  page: 'your page',
  list: 'lists, figures or exports of your work',
  shipped: 'what you shipped, to copy',
  record: 'your details and accounts',
} as const;

export type LookKind = keyof typeof lookKinds;
