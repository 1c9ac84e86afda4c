import { createAccount } from '../../world/create-account.ts';
import { toInstant } from '../../world/instant.ts';
import type { AccountRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';
import { firstNames, lastNames } from './words.data.ts';
import type { Zone } from './zone.ts';

/** Somebody who makes pull requests; instants are whole seconds. */
export interface Person {
  readonly account: AccountRecord;
  /** The login they began with, which branches and old commits keep. */
  readonly handle: string;
  readonly commitName: string;
  readonly commitEmail: string;
  readonly zone: Zone;
  readonly activeFromSeconds: number;
  /** Infinity while they are still there. */
  readonly activeUntilSeconds: number;
}

export interface Span {
  readonly startSeconds: number;
  readonly nowSeconds: number;
}

/** People with names all different, in zones by their shares; some joined late, a few have left. */
export function createPeople(seed: number, count: number, span: Span): readonly Person[] {
  const logins = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const draws = new Draws(seed, 1, index);
    const pair = (index * 1_009 + seed * 61) % (firstNames.length * lastNames.length);
    const first = firstNames[pair % firstNames.length] ?? '';
    const last = lastNames[Math.floor(pair / firstNames.length)] ?? '';
    return createPerson(draws, { first, last, login: toLogin(draws, logins, first, last) }, span);
  });
}

export function createBots(): readonly AccountRecord[] {
  return distributions.bots.map(({ login, id }) => createAccount({ kind: 'Bot', login, id }));
}

function createPerson(
  draws: Draws,
  { first, last, login }: { readonly first: string; readonly last: string; readonly login: string },
  { startSeconds, nowSeconds }: Span,
): Person {
  const zone = draws.weighted(distributions.zones.map(({ share }) => share));
  const workEmail = `${first}.${last}@larkfield.example`.toLowerCase();
  const span = nowSeconds - startSeconds;
  const activeFrom = draws.chance(distributions.joinedLater)
    ? startSeconds + draws.next() * span * 0.8
    : startSeconds;
  const left = activeFrom + (nowSeconds - activeFrom) * (0.5 + draws.next() * 0.4);
  const isPublic = draws.chance(distributions.publicEmail);
  const account = createAccount({
    login,
    name: `${first} ${last}`,
    email: isPublic ? workEmail : undefined,
    company: 'Larkfield',
    createdAt: toInstant(startSeconds - (1 + draws.next() * 8) * 31_557_600),
  });
  const noreply = `${account.id}+${login}@users.noreply.github.com`;
  const commitName = draws.chance(0.15) ? login : `${first} ${last}`;
  const signsPrivately = draws.chance(0.4);
  const leaves = draws.chance(distributions.leftSince);
  // The form with the id keeps the old login for ever; the id is what counts.
  const signed = draws.chance(distributions.renamedBefore)
    ? noreply.replace(`+${login}@`, `+${last}42@`.toLowerCase())
    : noreply;
  return {
    account: { ...account, verifiedEmails: [workEmail, noreply] },
    handle: login,
    commitName,
    commitEmail: signsPrivately ? signed : workEmail,
    zone: distributions.zones[zone] ?? distributions.zones[0],
    activeFromSeconds: Math.floor(activeFrom),
    activeUntilSeconds: leaves ? Math.floor(left) : Number.POSITIVE_INFINITY,
  };
}

function toLogin(draws: Draws, taken: Set<string>, first: string, last: string): string {
  const styles = [
    `${first}-${last}`,
    `${first}${last}`,
    `${first.charAt(0)}${last}`,
    `${last}${first.charAt(0)}`,
  ] as const;
  const wish = draws.pick(styles).toLowerCase();
  const login = taken.has(wish) ? `${first}-${last}-dev`.toLowerCase() : wish;
  taken.add(login);
  return login;
}
