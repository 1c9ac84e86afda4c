import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFaultPlan, faultKinds, type PlannedRequest } from './fault-plan.ts';
import { mistype } from './mistype.ts';

function request(place: number, attempt = 0): PlannedRequest {
  return { api: 'graphql', method: 'POST', target: '/graphql', body: `query ${place}`, attempt };
}

test('about the share asked for goes wrong, in every way asked for', () => {
  const plan = createFaultPlan(4, { share: 0.25, kinds: faultKinds });

  const faults = Array.from({ length: 4_000 }, (_, place) => plan.faultOf(request(place))?.kind);

  const share = faults.filter((kind) => kind !== undefined).length / faults.length;
  expect(share).toBeGreaterThan(0.22);
  expect(share).toBeLessThan(0.28);
  for (const kind of faultKinds) expect([kind, faults.includes(kind)]).toEqual([kind, true]);
});

test('what a request gets depends on the seed, the request and its attempt alone', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.nat(50)), fc.nat(50), fc.nat(5), (seed, others, place, attempt) => {
      const walked = createFaultPlan(seed, { share: 0.5 });
      for (const other of others) walked.faultOf(request(other));

      expect(walked.faultOf(request(place, attempt))).toEqual(
        createFaultPlan(seed, { share: 0.5 }).faultOf(request(place, attempt)),
      );
    }),
  );
});

test('two seeds are two plans', () => {
  const [one, other] = [1, 2].map((seed) =>
    Array.from(
      { length: 40 },
      (_, place) => createFaultPlan(seed, { share: 0.5 }).faultOf(request(place))?.kind,
    ),
  );

  expect(one).not.toEqual(other);
});

test.each([0, 1, 3])(
  'a request is let through after %i faults in a row, whatever the share',
  (atMostInARow) => {
    const plan = createFaultPlan(8, { share: 1, atMostInARow });

    const faults = Array.from(
      { length: 12 },
      (_, attempt) => plan.faultOf(request(1, attempt)) !== undefined,
    );

    expect(faults).toEqual(faults.map((_, attempt) => attempt % (atMostInARow + 1) < atMostInARow));
  },
);

test('lasting faults and those of the other interface come only where they make sense', () => {
  const plan = createFaultPlan(5, { share: 1, atMostInARow: 1 });
  const kinds = Array.from(
    { length: 500 },
    (_, place) => plan.faultOf({ ...request(place), api: 'rest' })?.kind,
  );

  for (const kind of ['revoked', 'renamed', 'deleted', 'partial'] as const) expect(kinds).not.toContain(kind);
});

test('a value of another type is put wherever one is, and the rest stays', () => {
  const text = JSON.stringify({ a: [1, 'two', null, true], b: { c: 'three' } });
  const spoiled = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].map((place) => mistype(text, place));

  expect(new Set(spoiled).size).toBeGreaterThan(5);
  for (const one of spoiled) expect(one).not.toBe(text);
  expect(mistype('<html>', 0.5)).toBe('<html>');
});
