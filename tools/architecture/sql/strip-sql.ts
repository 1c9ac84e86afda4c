/** One after another: comment, block comment, string (also `E''`), dollar-quoted body, quoted name. */
const quoted = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"/g;

/** Blanks what is quoted or commented, so that only the language itself is left. Lines and offsets stay. */
export function stripSql(text: string): string {
  return text.replaceAll(quoted, (match) => match.replaceAll(/[^\n]/g, ' '));
}
