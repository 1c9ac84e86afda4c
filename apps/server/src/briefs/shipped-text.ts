import type { Period, WorkRow } from '@throughline/contract';
import { type Markup, markdownMarkup, textMarkup } from './shipped-markup.ts';

/** A pull request that was shipped, with its labels. */
export interface ShippedRow extends WorkRow {
  readonly labels: readonly string[];
}

export interface ShippedStory {
  /** Absent where the reader is that person. */
  readonly name: string | undefined;
  readonly period: Period;
  readonly by: 'repo' | 'label';
  readonly shipped: readonly ShippedRow[];
  /** How many there are in all; more than `shipped` where the list ends before. */
  readonly shippedTotal: number;
  /** Reviews by repository; absent where they were not asked for. */
  readonly reviews?: readonly { readonly fullName: string; readonly count: number }[] | undefined;
  /** Pull requests of others that moved on; absent where they were not asked for. */
  readonly unblocked?: { readonly rows: readonly WorkRow[]; readonly total: number } | undefined;
  /** In how many repositories the reader could look. */
  readonly repositories: number;
  readonly isAtLeast: boolean;
}

/** What was shipped, in the two forms one pastes. Only what was done stands in it: no figure of time, nothing left undone. */
export const toShippedTexts = (
  story: ShippedStory,
): { readonly text: string; readonly markdown: string } => ({
  text: writeStory(story, textMarkup),
  markdown: writeStory(story, markdownMarkup),
});

function writeStory(story: ShippedStory, markup: Markup): string {
  const parts = [
    markup.heading(toTitle(story)),
    ...writeShipped(story, markup),
    ...writeReviews(story, markup),
    ...writeUnblocked(story, markup),
    markup.note(toNote(story)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const toTitle = ({ name, period: { label, from, until } }: ShippedStory): string => {
  const who = name === undefined ? 'What I shipped' : `What ${name} shipped`;
  return `${who}, ${label.includes(' to ') ? label : `${label} (${from} to ${until})`}`;
};

function writeShipped(story: ShippedStory, markup: Markup): readonly string[] {
  const { shipped, shippedTotal } = story;
  if (shippedTotal === 0) return ['No pull request was merged in this period.'];
  const groups = toGroups(story).map(([name, rows]) =>
    [markup.subheading(name, rows.length), ...rows.map((row) => markup.row(row))].join('\n'),
  );
  const more = shippedTotal - shipped.length;
  return more > 0 ? [...groups, `And ${more.toLocaleString('en')} older ones.`] : groups;
}

type Group = readonly [name: string, rows: readonly ShippedRow[]];

/** Each pull request once: by repository, or under that of its labels which most of them carry. Larger groups first. */
function toGroups({ by, shipped }: ShippedStory): readonly Group[] {
  const carried = countLabels(shipped);
  const nameOf = (row: ShippedRow): string => {
    if (by === 'repo') return row.repository.fullName;
    const [most] = row.labels.toSorted(
      (one, other) => (carried.get(other) ?? 0) - (carried.get(one) ?? 0) || one.localeCompare(other, 'en'),
    );
    return most ?? 'No label';
  };
  return [...Map.groupBy(shipped, nameOf)].sort(
    ([name, rows], [other, otherRows]) => otherRows.length - rows.length || name.localeCompare(other, 'en'),
  );
}

function countLabels(rows: readonly ShippedRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of rows.flatMap(({ labels }) => labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function writeReviews({ reviews }: ShippedStory, markup: Markup): readonly string[] {
  if (reviews === undefined || reviews.length === 0) return [];
  const total = reviews.reduce((sum, { count }) => sum + count, 0);
  const lines = reviews
    .toSorted((one, other) => other.count - one.count || one.fullName.localeCompare(other.fullName, 'en'))
    .map(({ fullName, count }) => markup.line(`${count.toLocaleString('en')} in ${fullName}`));
  return [[markup.subheading('Reviews given', total), ...lines].join('\n')];
}

function writeUnblocked({ unblocked }: ShippedStory, markup: Markup): readonly string[] {
  if (unblocked === undefined || unblocked.total === 0) return [];
  const { rows, total } = unblocked;
  const more = total - rows.length;
  return [
    [
      markup.subheading('Pull requests of others that moved on', total),
      ...rows.map((row) => markup.row(row)),
      ...(more > 0 ? [markup.line(`and ${more.toLocaleString('en')} older ones`)] : []),
    ].join('\n'),
  ];
}

const toNote = ({ repositories, isAtLeast }: ShippedStory): string => {
  const where = repositories === 1 ? 'the 1 repository' : `the ${repositories} repositories`;
  const whole = isAtLeast ? ' Not everything is read yet, so there may be more.' : '';
  return `Put together from GitHub without a model, in ${where} the reader can see.${whole}`;
};
