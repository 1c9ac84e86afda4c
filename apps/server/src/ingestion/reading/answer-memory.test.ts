import { expect, test } from 'vitest';
import { createAnswerMemory } from './answer-memory.ts';

const page = { of: 'page of 7', place: 'history c 25' };
const answer = { data: {}, errors: undefined, headers: {}, observedAt: new Date(0) };
const at = (minute: number) => ({
  now: new Date(minute * 60_000),
  sinceAt: new Date((minute - 10) * 60_000),
});

test('goes on with a page, as of when its first answer was asked for', () => {
  const memory = createAnswerMemory();
  memory.open(page, at(20)).keep('q', answer);

  const goneOn = memory.open(page, at(25));

  expect(goneOn.find('q')).toBe(answer);
  expect(goneOn.askedAt).toEqual(at(20).now);
});

test.each([
  ['elsewhere', { ...page, place: 'history d 25' }, 25],
  ['of something else', { ...page, of: 'page of 8' }, 25],
  ['too long ago', page, 31],
])('forgets what was answered before: %s', (_, next, minute) => {
  const memory = createAnswerMemory();
  memory.open(page, at(20)).keep('q', answer);

  const other = memory.open(next, at(minute));

  expect(other.find('q')).toBeUndefined();
  expect(other.askedAt).toEqual(at(minute).now);
});

test('a page of which nothing was answered begins when it is asked for again', () => {
  const memory = createAnswerMemory();
  memory.open(page, at(20));

  expect(memory.open(page, at(25)).askedAt).toEqual(at(25).now);
});

test('holds few readings: the one that was not gone on with for longest goes first', () => {
  const memory = createAnswerMemory();
  const pageOf = (id: number) => ({ of: `page of ${id}`, place: '' });
  for (let id = 1; id <= 16; id += 1) memory.open(pageOf(id), at(20)).keep('q', answer);
  memory.open(pageOf(1), at(21));
  memory.open(pageOf(17), at(21)).keep('q', answer);

  expect(memory.open(pageOf(1), at(22)).find('q')).toBe(answer);
  expect(memory.open(pageOf(2), at(22)).find('q')).toBeUndefined();
});
