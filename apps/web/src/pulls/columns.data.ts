/** Columns that a reader may choose; the title is always there. */
export const optionalColumns = [
  { key: 'state', head: 'State', isUsual: true },
  { key: 'size', head: 'Size', isUsual: true },
  { key: 'cycle', head: 'Cycle time', isUsual: true },
  { key: 'labels', head: 'Labels', isUsual: false },
  { key: 'base', head: 'Into', isUsual: false },
  { key: 'review', head: 'Review', isUsual: false },
  { key: 'updated', head: 'Updated', isUsual: false },
  { key: 'when', head: 'When', isUsual: true },
] as const;

export type ColumnKey = (typeof optionalColumns)[number]['key'];

/** The columns that `cols=state,size` names in their own order; the usual ones without it. */
export const toChosenColumns = (text: string | undefined): readonly ColumnKey[] => {
  const named = text?.split(',');
  return optionalColumns
    .filter(({ key, isUsual }) => (named === undefined ? isUsual : named.includes(key)))
    .map(({ key }) => key);
};
