/**
 * Parameters of the list of pull requests in the order in which an address writes them. Twice the same name is or,
 * different names are and, a leading `-` is not.
 */
export const pullParamNames = [
  'repo',
  'team',
  'author',
  'reviewer',
  'requested',
  'assignee',
  'involves',
  'label',
  'state',
  'review',
  'base',
  'head',
  'no',
  'created',
  'merged',
  'closed',
  'updated',
  'q',
  'period',
  'sort',
  'group',
  'cols',
  'peek',
  'view',
] as const;
export type PullParamName = (typeof pullParamNames)[number];

/** What an address says by names, in its order; names that nobody knows are kept. */
export type PullParams = Readonly<Record<string, readonly string[]>>;

export const pullStates = ['open', 'draft', 'merged', 'closed'] as const;
export type PullState = (typeof pullStates)[number];

/** How the list looks and not what is in it: the filter box leaves these alone. */
export const pullLookNames: readonly string[] = ['cols', 'peek', 'view'];

export const isPullState = (text: string): text is PullState => pullStates.some((state) => state === text);

/** GitHub's names, and others of ours, for the same thing. */
const otherNames: Readonly<Record<string, PullParamName>> = {
  person: 'author',
  'reviewed-by': 'reviewer',
  'review-requested': 'requested',
  'user-review-requested': 'requested',
};

/** What GitHub's `is:` leaves. Its `closed` holds what was merged, its `open` the drafts. */
export const statesByIs: ReadonlyMap<string, readonly PullState[]> = new Map<string, readonly PullState[]>([
  ['open', ['open', 'draft']],
  ['draft', ['draft']],
  ['merged', ['merged']],
  ['closed', ['merged', 'closed']],
  ['unmerged', ['open', 'draft', 'closed']],
  ['pr', pullStates],
]);

/**
 * The one way to write what these parameters say: known names in their order and others behind them by name, states by
 * what remains of them, each value once, words between single spaces.
 */
export function toPullParams(given: PullParams): PullParams {
  const named: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(given)) {
    for (const value of values) {
      const [known, said] = translate(name, value);
      named[known] = [...(named[known] ?? []), said];
    }
  }
  const states = toStates(named['state'] ?? [], named['is'] ?? []);
  Object.assign(named, states, { q: writeWords((named['q'] ?? []).flatMap(splitWords)) });
  const known: readonly string[] = pullParamNames;
  const others = Object.keys(named).filter((name) => !known.includes(name));
  const ordered = [...known, ...others.toSorted()].map((name): [string, readonly string[]] => [
    name,
    [...new Set(named[name])].filter((value) => value !== ''),
  ]);
  return Object.fromEntries(ordered.filter(([, values]) => values.length > 0));
}

/** A parameter in our words, where GitHub has others for it. */
function translate(name: string, value: string): readonly [name: string, value: string] {
  const bare = value.replace(/^-/, '');
  const minus = value.slice(0, value.length - bare.length);
  if ((name === 'org' || name === 'user') && bare !== '') return ['repo', `${minus}${bare}/*`];
  if (name === 'draft') return translateDraft(minus, bare);
  if (name === 'review') return [name, value.replaceAll('_', '-')];
  return [otherNames[name] ?? name, value];
}

function translateDraft(minus: string, bare: string): readonly [name: string, value: string] {
  if (bare === 'true') return ['is', `${minus}draft`];
  if (bare === 'false') return ['is', minus === '' ? '-draft' : 'draft'];
  return ['draft', `${minus}${bare}`];
}

/** The states that remain, in their order, none named where all do. What is no state stays, and so does a contradiction. */
function toStates(
  state: readonly string[],
  is: readonly string[],
): { readonly state: readonly string[]; readonly is: readonly string[] } {
  const wanted = state.filter(isPullState);
  const left = pullStates
    .filter((one) => (wanted.length === 0 || wanted.includes(one)) && !state.includes(`-${one}`))
    .filter((one) => is.every((value) => leaves(value, one)));
  if (left.length === 0) return { state: state.toSorted(), is: is.toSorted() };
  const oddStates = state.filter((value) => !isPullState(value.replace(/^-/, '')));
  return {
    state: [...(left.length === pullStates.length ? [] : left), ...oddStates],
    is: is.filter((value) => !statesByIs.has(value.replace(/^-/, ''))),
  };
}

function leaves(is: string, state: PullState): boolean {
  const isNot = is.startsWith('-');
  const states = statesByIs.get(isNot ? is.slice(1) : is);
  return states === undefined || states.includes(state) !== isNot;
}

/** A word to be found in a title, or with `isNot` not to be. */
export interface PullWord {
  readonly text: string;
  readonly isNot: boolean;
}

/** Words between spaces; what stands in double quotes is one, with `\` before a quote or a `\` that is meant. */
export function splitWords(text: string): readonly PullWord[] {
  return [...text.matchAll(/(-?)(?:"((?:[^"\\]|\\.)*)"?|([^\s"]\S*))/gs)].flatMap(
    ([, minus, quoted, bare]) => {
      const word = (quoted === undefined ? (bare ?? '') : unquote(quoted)).trim();
      return word === '' ? [] : [{ text: word, isNot: minus === '-' }];
    },
  );
}

/** Words as `q` holds them. */
export const writeWords = (words: readonly PullWord[]): readonly string[] =>
  words.length === 0
    ? []
    : [words.map(({ text, isNot }) => `${isNot ? '-' : ''}${quoteValue(text)}`).join(' ')];

/** A value as the filter box writes it: in quotes where a space, a quote, a `\`, a colon or a `-` would say something else. */
export const quoteValue = (value: string): string =>
  /^[^\s":\\-][^\s":\\]*$/.test(value) ? value : `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;

/** What stood between quotes. */
export const unquote = (quoted: string): string => quoted.replace(/\\(.)/gs, '$1');
