import toWidth from 'fast-string-width';

/** The width of a text in columns of a terminal: wide characters take two, marks none. */
export const measure = (text: string): number => toWidth(text);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text that is at most so wide, cut at its end with `…`. */
export function clip(text: string, width: number): string {
  if (measure(text) <= width) return text;
  if (width <= 0) return '';
  let clipped = '';
  for (const { segment } of graphemes.segment(text)) {
    if (measure(clipped) + measure(segment) > width - 1) break;
    clipped += segment;
  }
  return `${clipped}…`;
}

/** A paragraph in lines that are at most so wide; words too long for a line are cut into pieces. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  if (width === undefined) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((each) => toPieces(each, width))) {
    const last = lines.at(-1);
    if (last !== undefined && measure(last) + 1 + measure(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function toPieces(word: string, width: number): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [''];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1) ?? '';
    if (measure(last) + measure(segment) <= width) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
