import { type HitKind, type RouteAnswer, search as searchRoute } from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { type Telling, toTelling } from '../pages/telling.ts';
import { openSession } from '../session.ts';
import { wrap } from '../text/fit-text.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import type { World } from '../world.ts';

type Found = RouteAnswer<typeof searchRoute>;

/** People, teams, repositories and pull requests by words, `#number`, `@name` or an address at GitHub. */
export async function search(world: World, words: readonly string[]): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const found = await call(searchRoute, { query: { q: words.join(' ') } });
  return { lines: toLines(found, toTelling(world, origin)), json: found, exitCode: exitCodes.fine };
}

const headings: Readonly<Record<HitKind, string>> = {
  person: 'People',
  team: 'Teams',
  repository: 'Repositories',
  'pull-request': 'Pull requests',
};

function toLines({ groups, address, note }: Found, telling: Telling): readonly string[] {
  const lines = [
    ...(address === undefined ? [] : toAddressLines(address, telling)),
    ...groups.flatMap((group) => toGroup(group, telling)),
    ...(note === undefined ? [] : wrap(toPlain(note), telling.width)),
  ];
  return lines.length === 0 ? ['Nothing that you can see is called that.'] : lines;
}

function toAddressLines(
  address: NonNullable<Found['address']>,
  { origin, width }: Telling,
): readonly string[] {
  const at = address.kind === 'found' ? address : address.instead;
  return [
    ...(address.kind === 'found' ? [] : wrap(toPlain(address.reason), width)),
    ...(at === undefined ? [] : [toPlain(`${at.title}  ${origin}${at.path}`)]),
  ];
}

const toGroup = (
  { kind, hits }: Found['groups'][number],
  { origin, width, style }: Telling,
): readonly string[] => [
  style.strong(headings[kind]),
  ...toTable(
    hits,
    [
      { head: '', isElastic: true, cell: ({ title }) => `  ${toPlain(title)}` },
      { head: '', isElastic: true, isSpare: true, cell: ({ detail }) => toPlain(detail) },
      { head: '', isSpare: true, cell: ({ path }) => `${origin}${toPlain(path)}` },
    ],
    width,
  ).slice(1),
];
