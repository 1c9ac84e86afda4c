/** A key, or several pressed one after the other, and what it does. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly says: string;
}

export const everywhereKeys: readonly KeyLine[] = [
  { keys: ['⌘/Ctrl K'], says: 'Find or do anything' },
  { keys: ['/'], says: 'To the filter of the list' },
  { keys: ['?'], says: 'Keys of this page' },
  { keys: ['Esc'], says: 'Close what is on top' },
  { keys: ['⌘/Ctrl Z'], says: 'Undo what was just done, outside of fields' },
];

export const listKeys: readonly KeyLine[] = [
  { keys: ['J', '↓'], says: 'Next row' },
  { keys: ['K', '↑'], says: 'Previous row' },
  { keys: ['Enter', 'O'], says: 'Open it; with ⌘ or Ctrl and Enter in a new tab' },
  { keys: ['Space'], says: 'Look into it beside the list, where there is a panel' },
  { keys: ['X'], says: 'Select it, where rows can be selected' },
  { keys: ['Shift J', 'Shift K'], says: 'Select on and on' },
  { keys: ['Y'], says: 'Copy its link' },
];
