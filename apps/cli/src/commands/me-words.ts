import type { getMe, RouteAnswer } from '@throughline/contract';
import { toDay, toRelative } from '../text/moment-words.ts';
import { toPlain } from '../text/plain-text.ts';

/** Who is signed in where, and until when. */
export function toMeWords(
  { user, workspace, key }: RouteAnswer<typeof getMe>,
  origin: string,
  now: Date,
): readonly string[] {
  const who = `You are ${toPlain(user.name)} (${user.email}), ${user.role} of ${toPlain(workspace.name)} at ${origin}.`;
  if (key === undefined) return [who];
  const ends = `it ends ${toRelative(key.endsAt, now)}, on ${toDay(key.endsAt)}`;
  return [who, `Your key is ${toPlain(key.name)} (${key.prefix}…) with the scope ${key.scope}; ${ends}.`];
}
