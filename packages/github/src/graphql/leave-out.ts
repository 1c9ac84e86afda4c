/**
 * A question without `Type`, `Type.field` or `Enum.VALUE`, and without the fragments and variables that only they used,
 * which GitHub refuses too. Of our own texts only: no strings or comments with braces, fields of a name on one type.
 */
export function leaveOut(text: string, names: readonly string[]): string {
  const cut = names.reduce((rest, name) => cutAll(rest, toStart(name)), text);
  return cut === text ? text : dropVariables(dropFragments(cut));
}

/** Where what bears a name begins: a fragment on a type, a value in a list with its comma, or a field. */
function toStart(name: string): RegExp {
  const [type = '', member] = name.split('.');
  if (member === undefined) return new RegExp(`\\.\\.\\.\\s+on\\s+${type}\\b`);
  const isValue = /^[A-Z_]+$/.test(member);
  return isValue
    ? new RegExp(`\\b${member}\\b,?`)
    : new RegExp(`(?:\\b\\w+:\\s*)?(?<![\\w.$])${member}\\b(?!\\s*:)`);
}

function cutAll(text: string, start: RegExp): string {
  const found = start.exec(text);
  if (found === null) return text;
  const end = findEnd(text, found.index + found[0].length);
  return cutAll(text.slice(0, found.index) + text.slice(end), start);
}

/** Past arguments, directives with theirs, and what is selected below, each where there is one. */
function findEnd(text: string, from: number): number {
  const afterArguments = skipGroup(text, from, '()');
  const directive = /^\s*@\w+/.exec(text.slice(afterArguments));
  if (directive !== null) return findEnd(text, afterArguments + directive[0].length);
  return skipGroup(text, afterArguments, '{}');
}

/** Past a group of brackets that comes next, with the groups within; `from` where none does. */
function skipGroup(text: string, from: number, brackets: '()' | '{}'): number {
  const [open, close] = brackets;
  const begin = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  if (text[begin] !== open) return from;
  let depth = 0;
  for (let at = begin; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** Without fragments that nothing spreads, those included that only such fragments spread. */
function dropFragments(text: string): string {
  for (const { 0: head, 1: name = '', index } of text.matchAll(/\bfragment\s+(\w+)\s+on\s+\w+/g)) {
    if (new RegExp(`\\.\\.\\.\\s*${name}\\b`).test(text)) continue;
    return dropFragments(text.slice(0, index) + text.slice(skipGroup(text, index + head.length, '{}')));
  }
  return text;
}

/** Without declarations of variables that nothing uses. */
const dropVariables = (text: string): string =>
  text.replaceAll(/\$(\w+)\s*:\s*[\w[\]!]+,?/g, (declared, name: string) =>
    text.split(new RegExp(`\\$${name}\\b`)).length > 2 ? declared : '',
  );
