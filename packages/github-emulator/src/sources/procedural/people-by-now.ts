import { createAccount } from '../../world/create-account.ts';
import { toInstant } from '../../world/instant.ts';
import type { AccountRecord } from '../../world/model.ts';
import type { Person } from './procedural-people.ts';
import { type AccountFate, type FateQuestion, planAccountFate } from './repository-fate.ts';

export interface FatedPerson extends Person {
  readonly fate: AccountFate;
}

/** Of those who are there at the history's end, the first so many administer the organisation, and stay as they are. */
export const administratorCount = 3;

const day = 86_400;

/** Everybody with what becomes of their account; who deletes it does nothing afterwards. */
export function fatePeople(
  people: readonly Person[],
  question: Omit<FateQuestion, 'index'>,
): readonly FatedPerson[] {
  const staying = new Set(
    people.filter((person) => isThere(person, question.fromSeconds)).slice(0, administratorCount),
  );
  return people.map((person, index) => {
    const changes = staying.has(person) ? 0 : question.changes;
    const fate = planAccountFate({ ...question, changes, index });
    const { deletedAtSeconds = Number.POSITIVE_INFINITY } = fate;
    return { ...person, fate, activeUntilSeconds: Math.min(person.activeUntilSeconds, deletedAtSeconds) };
  });
}

export function isThere({ activeFromSeconds, activeUntilSeconds }: Person, atSeconds: number): boolean {
  return activeFromSeconds <= atSeconds && activeUntilSeconds > atSeconds;
}

/** The same people under the logins they have at an instant. */
export function nameAt(people: readonly FatedPerson[], atSeconds: number): readonly FatedPerson[] {
  return people.map((person) => {
    const { renamedAtSeconds } = person.fate;
    if (renamedAtSeconds === undefined || renamedAtSeconds > atSeconds) return person;
    const login = `${person.handle}-codes`;
    return { ...person, account: { ...person.account, login, updatedAt: toInstant(renamedAtSeconds) } };
  });
}

export function isDeletedAt({ fate }: FatedPerson, atSeconds: number): boolean {
  return fate.deletedAtSeconds !== undefined && fate.deletedAtSeconds <= atSeconds;
}

/** Strangers who took logins others gave up: other ids, nothing to do with the organisation. */
export function listTakers(people: readonly FatedPerson[], atSeconds: number): readonly AccountRecord[] {
  return people.flatMap(({ handle, fate }) => {
    const { renamedAtSeconds: freedAt, isLoginTaken } = fate;
    if (freedAt === undefined || !isLoginTaken || freedAt + day > atSeconds) return [];
    const { id } = createAccount({ login: `${handle}/taken` });
    return [createAccount({ login: handle, id, createdAt: toInstant(freedAt + day) })];
  });
}
