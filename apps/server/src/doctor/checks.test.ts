import { expect, test } from 'vitest';
import { allChecks } from './all-checks.ts';
import { hostSituations, situations } from './testing/situations.data.ts';
import { toChecksPage } from './to-checks-page.ts';

const old = { what: 'the host is an older Enterprise Server than is supported', check: 'host-version' };

test('the documentation tells of every check as it is', async () => {
  const page = toChecksPage(allChecks, [...situations, ...hostSituations, old]);

  await expect(page).toMatchFileSnapshot('../../../../docs/doctor.md');
});

test('every check has a name of its own, in kebab-case', () => {
  const ids = allChecks.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
});

test('what a check needs is a check before it', () => {
  const misplaced = allChecks.flatMap(({ id, needs }, place) =>
    needs
      .filter((need) => !allChecks.slice(0, place).some((other) => other.id === need))
      .map((need) => [id, need]),
  );

  expect(misplaced).toEqual([]);
});

test('there are at least 25, and none may take longer than the whole', () => {
  expect(allChecks.length).toBeGreaterThanOrEqual(25);
  expect(allChecks.every(({ timeLimitMs }) => timeLimitMs < 9_000)).toBe(true);
});

test('every sentence of the table ends as one', () => {
  const open = allChecks.filter(({ asks, says, repairs }) =>
    [asks, says, repairs].some((text) => !/[.?]$/.test(text)),
  );

  expect(open.map(({ id }) => id)).toEqual([]);
});
