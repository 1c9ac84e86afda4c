import { expect, test } from 'vitest';
import { createAnswerMemory, type PagePlace } from './answer-memory.ts';

const place: PagePlace = { phase: 'history', cursor: 'c', pageSize: 25 };
const answer = { data: {}, errors: undefined, headers: {}, observedAt: new Date(0) };
const at = (minute: number) => ({
  now: new Date(minute * 60_000),
  sinceAt: new Date((minute - 10) * 60_000),
});

test('goes on with a page, as of when its first answer was asked for', () => {
  const memory = createAnswerMemory();
  memory.open(7, place, at(20)).keep('q', answer);

  const page = memory.open(7, place, at(25));

  expect(page.find('q')).toBe(answer);
  expect(page.askedAt).toEqual(at(20).now);
});

test.each([
  ['another phase', { ...place, phase: 'incremental' }, 25],
  ['another cursor', { ...place, cursor: undefined }, 25],
  ['another size', { ...place, pageSize: 12 }, 25],
  ['too long ago', place, 31],
])('forgets what was answered before: %s', (_, next, minute) => {
  const memory = createAnswerMemory();
  memory.open(7, place, at(20)).keep('q', answer);

  const page = memory.open(7, next, at(minute));

  expect(page.find('q')).toBeUndefined();
  expect(page.askedAt).toEqual(at(minute).now);
});

test('a page of which nothing was answered begins when it is asked for again', () => {
  const memory = createAnswerMemory();
  memory.open(7, place, at(20));

  expect(memory.open(7, place, at(25)).askedAt).toEqual(at(25).now);
});

test('holds few pages: the one that was not gone on with for longest goes first', () => {
  const memory = createAnswerMemory();
  for (let repositoryId = 1; repositoryId <= 16; repositoryId += 1) {
    memory.open(repositoryId, place, at(20)).keep('q', answer);
  }
  memory.open(1, place, at(21));
  memory.open(17, place, at(21)).keep('q', answer);

  expect(memory.open(1, place, at(22)).find('q')).toBe(answer);
  expect(memory.open(2, place, at(22)).find('q')).toBeUndefined();
});
