import {
  isPullState,
  type PullParams,
  type PullState,
  pullLookNames,
  quoteValue,
  splitWords,
  statesByIs,
  toPullParams,
  unquote,
  writeWords,
} from './pull-params.ts';

const token =
  /(?<=^|\s)(-?)([a-z][a-z-]*):(?:"((?:[^"\\]|\\.)*)"?|([^\s"]\S*))|\s+|(-?"(?:[^"\\]|\\.)*"?|\S+)/gs;

/**
 * Reads what is written in the filter box: GitHub's qualifiers, ours, and words to be found in titles. Nothing is dropped:
 * a qualifier that nobody knows becomes a parameter that nobody knows, which pages show struck through.
 */
export function parsePullText(text: string): PullParams {
  const params: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    params[name] = [...(params[name] ?? []), value];
  };
  for (const [, minus, name, quoted, bare, word] of text.matchAll(token)) {
    if (word !== undefined) add('q', word);
    if (name === undefined) continue;
    const value = quoted === undefined ? (bare ?? '') : unquote(quoted);
    add(name, `${minus ?? ''}${value}`);
  }
  return toPullParams({ ...params, ...(params['q'] && { q: [params['q'].join(' ')] }) });
}

/** Writes parameters as the filter box shows them; how the list looks is left out. Read again, it says the same. */
export function writePullText(given: PullParams): string {
  const { state = [], q = [], ...rest } = toPullParams(given);
  const named = Object.entries(rest).filter(([name]) => !pullLookNames.includes(name) && canStand(name));
  const parts = [
    ...(isContradicted(rest) ? state.map((value) => writeQualifier('state', value)) : writeStates(state)),
    ...named.flatMap(([name, values]) => values.map((value) => writeQualifier(name, value))),
    ...writeWords(q.flatMap(splitWords)),
  ];
  return parts.join(' ');
}

/** Whether no state remains: an `is:` stands beside states only then, and one more of them would not be told from it. */
const isContradicted = ({ is = [] }: PullParams): boolean =>
  is.some((value) => statesByIs.has(value.replace(/^-/, '')));

/** Whether a name can be written before a colon. */
const canStand = (name: string): boolean => /^[a-z][a-z-]*$/.test(name);

const writeQualifier = (name: string, value: string): string =>
  value.startsWith('-') && value.length > 1
    ? `-${name}:${quotePart(value.slice(1))}`
    : `${name}:${quotePart(value)}`;

/** Behind a colon another one is no harm: `updated:>=2026-11-01`, `repo:acme/api`. */
const quotePart = (value: string): string => (/^[^\s"\\-][^\s"\\]*$/.test(value) ? value : quoteValue(value));

/** By one `is:` where GitHub has a word for what remains. */
function writeStates(values: readonly string[]): readonly string[] {
  const states = values.filter(isPullState);
  const word = values.some((value) => value.startsWith('-')) ? undefined : findIs(states);
  if (word === undefined) return values.map((value) => writeQualifier('state', value));
  const odd = values.filter((value) => !isPullState(value));
  return [`is:${word}`, ...odd.map((value) => writeQualifier('state', value))];
}

const findIs = (states: readonly PullState[]): string | undefined =>
  [...statesByIs].find(
    ([, each]) => each.length === states.length && each.every((one) => states.includes(one)),
  )?.[0];
