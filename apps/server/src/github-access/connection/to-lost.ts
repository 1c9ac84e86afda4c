import type { ReadData } from '@throughline/contract';
import { judgeHeld, type Rights } from '../credentials/permissions-held.ts';

interface Compared {
  readonly rights: Rights;
  readonly data: readonly ReadData[];
  /** Repositories that GitHub counts for the new credential, and counted for the old one when it was asked last. */
  readonly seen: number;
  readonly seenBefore: number | undefined;
  /** The App by which it reads and, with more permissions, acts. */
  readonly actsBy: string | undefined;
}

/** What would go dark with a new credential, a sentence each. */
export function toLost({ rights, data, seen, seenBefore, actsBy }: Compared): readonly string[] {
  const fewer =
    seenBefore === undefined || seen >= seenBefore
      ? []
      : [
          `GitHub shows it ${seen} of the ${seenBefore} repositories that are shown now. What was read of the others stays, and is read no more.`,
        ];
  const missing = judgeHeld(rights, data)
    .filter(({ state }) => state === 'missing')
    .map(({ permission, why, consequence }) =>
      `It lacks ${permission}, for ${why}. ${consequence ?? ''}`.trim(),
    );
  const acts =
    actsBy === undefined
      ? []
      : [
          `What Throughline may do at GitHub by ${actsBy} is taken back; it can be asked for again afterwards.`,
        ];
  return [...fewer, ...missing, ...acts];
}
