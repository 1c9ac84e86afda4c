import { describe, expect, test } from 'vitest';
import { averageShape } from './average-shape.data.ts';
import { measureShape, type PartCount } from './measure-shape.ts';

const counts: readonly PartCount[] = [
  { part: 'reviews', pullRequests: 400, entries: 1_000 },
  { part: 'commits', pullRequests: 400, entries: 800 },
  { part: 'files', pullRequests: 150, entries: 90_000 },
];

describe('averages', () => {
  test('are those of what is here', () => {
    const { shape, basis, pullRequests } = measureShape({ counts, long: [], lookedAt: 400 });

    expect({ basis, pullRequests }).toEqual({ basis: 'measured', pullRequests: 400 });
    expect(shape.entries).toMatchObject({ reviews: 2.5, commits: 2 });
  });

  test('of a list that was hardly read are those of an average organisation', () => {
    const { shape } = measureShape({ counts, long: [], lookedAt: 400 });

    expect(shape.entries.files).toBe(averageShape.entries.files);
  });

  test('are assumed while fewer than 200 pull requests are here', () => {
    const few = counts.map((count) => ({ ...count, pullRequests: 199 }));

    expect(measureShape({ counts: few, long: [], lookedAt: 199 })).toEqual({
      shape: averageShape,
      basis: 'assumed',
      pullRequests: 199,
    });
  });

  test('count further answers of long lists: in the mean, and until the longest of ten has come', () => {
    const ten = [...Array.from({ length: 9 }, () => 101), 1_000];
    const long = Array.from({ length: 100 }, (_, at) => ({ timeline: 250, files: ten[at % 10] ?? 0 }));

    const { longFiles, longTimelines } = measureShape({ counts, long, lookedAt: 2_000 }).shape;

    expect(longFiles.share).toBeCloseTo(105 / 2_500, 6);
    expect(longFiles.answersEach).toBeCloseTo((180 + 5 * 2.6) / 105, 6);
    expect(longFiles.answersOfTen).toBeCloseTo(9, 6);
    expect(longTimelines).toMatchObject({ answersEach: expect.closeTo(2, 1) });
  });

  test('of long lists are hardly moved by the one that is there', () => {
    const long = [{ timeline: 20, files: 3_000 }];

    const { longFiles } = measureShape({ counts, long, lookedAt: 200 }).shape;

    expect(longFiles.share).toBeLessThan(0.01);
    expect(longFiles.answersEach).toBeLessThan(8);
  });
});
