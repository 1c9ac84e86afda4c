/** How words are set off; without colours every one is the word itself. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  /** The reader's turn. */
  readonly attention: (text: string) => string;
  /** Broken. */
  readonly danger: (text: string) => string;
}

const plain = (text: string): string => text;

const between =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

/** Marks as terminals know them, or none. */
export const createStyle = (hasColour: boolean): Style =>
  hasColour
    ? { strong: between(1, 22), faint: between(2, 22), attention: between(33, 39), danger: between(31, 39) }
    : { strong: plain, faint: plain, attention: plain, danger: plain };
