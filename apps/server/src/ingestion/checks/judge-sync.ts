import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import { toGapWords } from '../completeness/gap-words.data.ts';
import type { ConnectionRow } from '../overview/connection-row.ts';
import { toWaitText } from '../overview/wait-text.ts';

const repositories = (count: number): string => (count === 1 ? '1 repository' : `${count} repositories`);
const agoText = (at: Date, now: Date): string => {
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000));
  if (minutes < 2) return 'just now';
  return minutes < 120 ? `${minutes} minutes ago` : `${Math.round(minutes / 60)} hours ago`;
};

/** Whether the list of repositories could be read. */
export function judgeDiscovery(row: ConnectionRow, now: Date): Finding {
  const { discoveredAt, discoveryFailure, connectionId } = row;
  if (discoveryFailure !== undefined) {
    return broken({
      proof: `The list of repositories could not be read: ${discoveryFailure}`,
      consequence: 'New, renamed and deleted repositories are not noticed.',
      repair: { text: 'Mend what is said, then look again.', act: { kind: 'sync-now', connectionId } },
    });
  }
  if (discoveredAt === undefined) return notChecked('the list of repositories has not been read yet');
  return ok(
    `The list was read ${agoText(discoveredAt, now)}; ${repositories(row.repositories)} of it are read.`,
  );
}

/** Whether reading waits now, why and until when. A wait is no failure. */
export function judgeWaits(row: ConnectionRow, now: Date): Finding {
  const reason = row.waitReason ?? row.discoveryWaitReason;
  const untilAt = row.waitUntil ?? row.discoveryWaitUntil;
  if (reason === undefined || untilAt === undefined || untilAt <= now) return ok('Nothing waits.');
  return ok(toWaitText({ reason, untilAt }, now, 'UTC').replace(/(\d\d:\d\d)/, '$1 UTC'));
}

/** What is looked at every ten minutes is late after an hour. */
const lateMinutes = 60;

/** How long ago something was last read. */
export function judgeLag(row: ConnectionRow, now: Date): Finding {
  if (row.repositories === 0) return notChecked('no repository is read');
  const { lastSuccessAt } = row;
  if (lastSuccessAt === undefined) return notChecked('nothing has been read yet');
  const proof = `Something was last read ${agoText(lastSuccessAt, now)}.`;
  const isLate = now.getTime() - lastSuccessAt.getTime() > lateMinutes * 60_000;
  if (!isLate) return ok(proof);
  return attention({
    proof,
    consequence: 'What happened since is in no figure yet.',
    repair: {
      text: 'Look for changes now; if nothing follows, see whether a worker is running.',
      act: { kind: 'sync-now', connectionId: row.connectionId },
    },
  });
}

const syncLink = { address: '/sync', text: 'Open Sync' };

/** Whether single repositories fail while others are read. */
export function judgeFailing(row: ConnectionRow): Finding {
  if (row.repositoriesFailed === 0)
    return ok(`None of ${repositories(row.repositories)} failed three times in a row.`);
  return attention({
    proof: `${repositories(row.repositoriesFailed)} of ${row.repositories} failed three times in a row.`,
    consequence: 'Figures that include them say “at least”.',
    repair: { text: 'Each says why, and what to do.', link: syncLink },
  });
}

/** Whether records are set aside because they could not be read. */
export function judgeSetAside({ setAside }: ConnectionRow): Finding {
  if (setAside === 0) return ok('Nothing GitHub sent was set aside as unreadable.');
  return attention({
    proof: `${setAside === 1 ? '1 record' : `${setAside} records`} that GitHub sent could not be read and ${setAside === 1 ? 'is' : 'are'} set aside.`,
    consequence: 'These pull requests are missing; everything beside them is here.',
    repair: { text: 'They are asked for again by themselves. Sync names each.', link: syncLink },
  });
}

/** Lists of pull requests that are not whole, by cause. */
export interface Gap {
  readonly cause: string;
  readonly lists: number;
  readonly repositories: number;
}

/** Causes that pass by themselves. */
const passing: readonly string[] = ['not-read'];

/** Whether what was read is complete. */
export function judgeCompleteness(gaps: readonly Gap[], row: ConnectionRow): Finding {
  const lasting = gaps.filter(({ cause }) => !passing.includes(cause));
  const [worst] = lasting;
  if (worst !== undefined) {
    const words = toGapWords(worst.cause);
    return attention({
      proof: `${worst.lists === 1 ? '1 list' : `${worst.lists} lists`} of pull requests in ${repositories(worst.repositories)} ${worst.lists === 1 ? 'is' : 'are'} not whole: ${words.text}`,
      consequence: 'Figures over them say “at least”.',
      repair: { text: words.repair, link: syncLink },
    });
  }
  const left = row.repositories - row.repositoriesComplete;
  return left === 0
    ? ok(`All of ${repositories(row.repositories)} are here whole.`)
    : ok(
        `${row.repositoriesComplete} of ${repositories(row.repositories)} are here whole; ${left} are still being read. Nothing for you to do.`,
      );
}
