import { minuteMs, type SyncWait, type SyncWaitReason } from '../reading/sync-state.ts';

const reasons: Readonly<Record<SyncWaitReason, string>> = {
  'primary-limit': 'this hour’s quota is used',
  'lane-share': 'the rest of this hour’s quota is kept for people and for what is new',
  'secondary-limit': 'GitHub asked for a pause',
  pace: 'GitHub takes only so much a minute',
  retry: 'GitHub did not answer as it should',
};

/** `14:32` in a zone of the IANA database. */
export const toClockTime = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);

/** Why nothing is read right now, until when, and whether the reader must do anything. Never worded as a failure. */
export function toWaitText({ reason, untilAt }: SyncWait, now: Date, zone: string): string {
  const minutes = Math.max(1, Math.ceil((untilAt.getTime() - now.getTime()) / minuteMs));
  const goesOn = reason === 'retry' ? 'Tries again' : 'Goes on';
  const when = `${goesOn} at ${toClockTime(untilAt, zone)}, in ${minutes} min.`;
  return `Waiting because ${reasons[reason]}. ${when} Nothing for you to do.`;
}
