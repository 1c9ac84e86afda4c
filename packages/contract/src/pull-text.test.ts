import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pullParamNames, toPullParams } from './pull-params.ts';
import { parsePullText, writePullText } from './pull-text.ts';

describe('the filter box', () => {
  test.each([
    ['is:open author:@me', { author: ['@me'], state: ['open', 'draft'] }],
    ['is:open -is:draft', { state: ['open'] }],
    ['is:closed is:unmerged', { state: ['closed'] }],
    ['is:pr is:merged draft:false', { state: ['merged'] }],
    ['review-requested:@me reviewed-by:kim', { reviewer: ['kim'], requested: ['@me'] }],
    [
      'involves:@me -assignee:@robin no:assignee',
      { assignee: ['-@robin'], involves: ['@me'], no: ['assignee'] },
    ],
    ['person:kim author:robin', { author: ['kim', 'robin'] }],
    ['label:bug label:"good first issue" -label:wip', { label: ['bug', 'good first issue', '-wip'] }],
    ['org:acme -repo:acme/api', { repo: ['acme/*', '-acme/api'] }],
    [
      'created:>=2026-11-01 merged:2026-11-01..2026-11-15',
      { created: ['>=2026-11-01'], merged: ['2026-11-01..2026-11-15'] },
    ],
    [
      'review:changes_requested no:label sort:updated-asc',
      { review: ['changes-requested'], no: ['label'], sort: ['updated-asc'] },
    ],
    ['retry   payouts -legacy', { q: ['retry payouts -legacy'] }],
    ['"fix: bug" #412', { q: ['"fix: bug" #412'] }],
    ['"author:kim"', { q: ['"author:kim"'] }],
    ['', {}],
  ])('reads %j', (text, params) => {
    expect(parsePullText(text)).toEqual(params);
  });

  test.each([
    ['milestone:v1', { milestone: ['v1'] }],
    ['is:queued', { is: ['queued'] }],
    ['state:odd', { state: ['odd'] }],
    ['is:open is:merged', { is: ['merged', 'open'] }],
    ['http://example.com', { http: ['//example.com'] }],
  ])('keeps what it does not understand of %j', (text, params) => {
    expect(parsePullText(text)).toEqual(params);
  });

  test.each([
    [{ state: ['open', 'draft'] }, 'is:open'],
    [
      { state: ['merged'], team: ['payments'], period: ['last-30-days'] },
      'is:merged team:payments period:last-30-days',
    ],
    [{ state: ['closed'] }, 'state:closed'],
    [{ state: ['merged'], is: ['open'] }, 'state:merged is:open'],
    [{ label: ['-good first issue'] }, '-label:"good first issue"'],
    [{ cols: ['size'], peek: ['x'], view: ['3'] }, ''],
  ])('writes %j', (params, text) => {
    expect(writePullText(params)).toBe(text);
  });

  const names = fc.oneof(
    fc.constantFrom(...pullParamNames, 'is', 'org', 'draft', 'person', 'review-requested', 'milestone'),
    fc.stringMatching(/^[a-z][a-z-]{0,6}$/),
  );
  const values = fc.oneof(
    fc.constantFrom(
      'open',
      '-draft',
      'merged',
      'closed',
      '-open',
      '@me',
      'acme/*',
      '-',
      '--x',
      'a"b',
      'a\\',
      'x y',
      ' ',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const params = fc.dictionary(names, fc.array(values, { maxLength: 4 }), { maxKeys: 6 });

  test('reads what it wrote as what it was, whatever it was', () => {
    fc.assert(
      fc.property(params, (given) => {
        const once = toPullParams(given);
        const { cols: _, peek: __, view: ___, ...written } = once;

        expect(toPullParams(once)).toEqual(once);
        expect(parsePullText(writePullText(once))).toEqual(written);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads anything, and what it writes of it says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = parsePullText(text);

        expect(parsePullText(writePullText(once))).toEqual(toPullParams(once));
      }),
    );
  });
});
