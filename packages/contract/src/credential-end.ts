const dayMs = 24 * 60 * 60 * 1000;

/** Reminders come so many days before a credential ends; the last one stays until it has. */
const reminderDays = [1, 7, 14] as const;

/** How near the end of a credential is. */
export type CredentialEnd =
  | { readonly kind: 'ended' }
  /** `days`: whole ones left, 0 on the last. `stage`: which of the reminders, 14, 7 or 1 days ahead, is due. */
  | { readonly kind: 'ends-soon'; readonly days: number; readonly stage: (typeof reminderDays)[number] };

/** Whether to remind of a credential's end now; undefined while it is further off than 14 days, or never comes. */
export function toCredentialEnd(endsAt: string | undefined, now: Date): CredentialEnd | undefined {
  if (endsAt === undefined) return undefined;
  const leftMs = new Date(endsAt).getTime() - now.getTime();
  if (leftMs <= 0) return { kind: 'ended' };
  const stage = reminderDays.find((days) => leftMs <= days * dayMs);
  return stage === undefined ? undefined : { kind: 'ends-soon', days: Math.floor(leftMs / dayMs), stage };
}

/** "ends in 7 days", "ends within a day", "has ended". */
export function toCredentialEndWords(end: CredentialEnd): string {
  if (end.kind === 'ended') return 'has ended';
  if (end.days === 0) return 'ends within a day';
  return end.days === 1 ? 'ends in 1 day' : `ends in ${end.days} days`;
}
