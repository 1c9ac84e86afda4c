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
    expect(shape.longTimelines).toEqual({ share: 0, answersEach: 0, answersOfTen: 0 });
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
    const long = [
      ...Array.from({ length: 9 }, () => ({ timeline: 20, files: 101 })),
      { timeline: 250, files: 1_000 },
      { timeline: 20, files: 300 },
    ];

    const { shape } = measureShape({ counts, long, lookedAt: 400 });

    expect(shape.longFiles).toEqual({ share: 11 / 400, answersEach: 20 / 11, answersOfTen: 5.5 });
    expect(shape.longTimelines).toEqual({ share: 1 / 400, answersEach: 2, answersOfTen: 2 });
  });
});
