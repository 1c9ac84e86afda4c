import type { Membership, MembershipChange } from '@throughline/contract';
import { AppError } from '../../platform/errors/index.ts';
import { areApart, cutOut, layOver } from './memberships.ts';

/** Somebody's times in a team after a change by hand. Throws `input-invalid` where the days make no time. */
export function changeMemberships(
  held: readonly Membership[],
  change: MembershipChange,
): readonly Membership[] {
  switch (change.kind) {
    case 'member': {
      const { kind: _, untilOn, ...rest } = change;
      if (untilOn !== undefined && untilOn <= rest.fromOn)
        throw refuse({ untilOn: 'The last day comes before the first one.' });
      return layOver(held, { ...rest, ...(untilOn === undefined ? {} : { untilOn }), source: 'hand' });
    }
    case 'ended':
      return cutOut(held, { fromOn: change.untilOn });
    case 'restored':
      if (!areApart(change.memberships)) throw refuse({ memberships: 'They overlap.' });
      return change.memberships;
  }
}

const refuse = (fields: Readonly<Record<string, string>>): AppError =>
  new AppError('input-invalid', 'These days make no membership. Correct them and try again.', { fields });
