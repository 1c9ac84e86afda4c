import type { ConnectionSync, RepositorySync } from '@throughline/contract';
import { wrap } from '../text/fit-text.ts';
import { toRelative } from '../text/moment-words.ts';
import { toCount, toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import type { Style } from '../text/style.ts';
import { toDataLines } from './data-lines.ts';
import type { ConnectionStatus, Status } from './load-status.ts';
import { toLogLines } from './log-lines.ts';
import { toQuotaLines } from './quota-lines.ts';
import { toRepositoryLines } from './repository-lines.ts';

export interface Telling {
  readonly origin: string;
  readonly now: Date;
  /** Columns of the terminal; undefined where lines may be as long as they are. */
  readonly width: number | undefined;
  readonly style: Style;
}

/** Enough to see what goes on; the page has the rest. */
const logEntries = 5;
const indent = '  ';

/** The state of the sync in words: what the sync page says, a part for each connection. */
export function toStatusLines({ connections }: Status, telling: Telling): readonly string[] {
  if (connections.length === 0) {
    return [`Nothing is connected yet. Connect GitHub at ${telling.origin}/settings/github/new.`];
  }
  return connections.flatMap((status, index) => [
    ...(index === 0 ? [] : ['']),
    ...toConnectionLines(status, telling),
  ]);
}

function toConnectionLines(status: ConnectionStatus, telling: Telling): readonly string[] {
  const { sync, log, repositories } = status;
  const inner = telling.width === undefined ? undefined : telling.width - indent.length;
  const parts = [
    toFacts(sync, telling, inner),
    toRepairs(status, telling, inner),
    sync.repositories === 0 ? [] : setOff(toDataLines(sync.data, inner), telling),
    setOff(toQuotaLines(sync.quota, telling.now, inner), telling),
    repositories === undefined ? [] : setOff(toRepositoryLines(repositories, telling.now, inner), telling),
    log.length === 0 ? [] : setOff(toLogLines(log.slice(0, logEntries), telling.now, inner), telling),
  ];
  return [
    ...wrap(toPlain(sync.sentence), telling.width).map(telling.style.strong),
    ...parts
      .filter((lines) => lines.length > 0)
      .flatMap((lines, index) => [...(index === 0 ? [] : ['']), ...lines.map((line) => `${indent}${line}`)]),
  ];
}

/** A table's heads are faint. */
const setOff = ([heads = '', ...rows]: readonly string[], { style }: Telling): readonly string[] =>
  heads === '' ? rows : [style.faint(heads), ...rows];

function toFacts(sync: ConnectionSync, { now }: Telling, width: number | undefined): readonly string[] {
  const { wait, lastSuccessAt } = sync;
  return [
    // Before its repositories are counted, the sentence says all there is.
    ...(sync.repositories === 0 ? [] : [toHeld(sync), toRecent(sync)]),
    ...(lastSuccessAt === undefined ? [] : [`Last read ${toRelative(lastSuccessAt, now)}.`]),
    ...(wait === undefined ? [] : [toPlain(wait.text)]),
  ].flatMap((text) => wrap(text, width));
}

function toHeld({ held, total, repositories, repositoriesComplete }: ConnectionSync): string {
  const amount =
    total === undefined
      ? `At least ${toCount(held, 'pull request')}`
      : `${toNumber(held)} of ${toCount(total, 'pull request')}`;
  const complete =
    repositoriesComplete === repositories ? 'all complete' : `${toNumber(repositoriesComplete)} complete`;
  return `${amount} in ${toCount(repositories, 'repository', 'repositories')}, ${complete}.`;
}

const toRecent = ({ isRecentComplete, goingBack }: ConnectionSync): string =>
  isRecentComplete
    ? `The newest 30 days are complete; figures for them are final.${goingBack === undefined ? '' : ` ${toPlain(goingBack)}`}`
    : 'The newest 30 days are not complete yet; figures say at least.';

/** What somebody has to repair: cause, and where. */
function toRepairs(
  { sync: { connection }, needsYou, needsYouCount, repositories }: ConnectionStatus,
  telling: Telling,
  width: number | undefined,
): readonly string[] {
  const { attention, name } = connection;
  const page = `${telling.origin}/settings/github/${encodeURIComponent(name)}`;
  const own =
    attention === undefined ? [] : [`${toPlain(attention.text)} Repair it at ${attention.link ?? page}`];
  const listed = needsYou.slice(0, logEntries).map(toRepair);
  const more = repositories === undefined ? needsYouCount - listed.length : 0;
  const rest =
    more <= 0
      ? []
      : [`${toCount(more, 'more repository needs you', 'more repositories need you')}: see --repositories.`];
  return [...own, ...listed, ...rest].flatMap((text) =>
    wrap(`! ${text}`, width).map(attention === undefined ? telling.style.attention : telling.style.danger),
  );
}

const toRepair = ({ fullName, failure }: RepositorySync): string =>
  `${toPlain(fullName)} can’t be read. ${toPlain(failure?.text ?? '')}`.trim();
