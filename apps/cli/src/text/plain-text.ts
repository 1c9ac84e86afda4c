/**
 * A text of somebody else's as one harmless line: without what would steer the terminal, turn its direction or end the
 * line. Titles and names come from GitHub, where anybody chooses them.
 */
export const toPlain = (text: string): string =>
  text
    .replace(/[\p{Zl}\p{Zp}\t\n\v\f\r]+/gu, ' ')
    // oxlint-disable-next-line no-control-regex -- those are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
