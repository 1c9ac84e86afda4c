import { describe, expect, it } from 'vitest';
import { cycleTime } from './cycle-time.metric.ts';
import { involvement } from './involvement.metric.ts';
import { type MetricQuery, parseMetricQuestion } from './metric-question.ts';
import { openNow } from './open-now.metric.ts';

const today = { zone: 'UTC', on: '2026-11-21' };
const ask = (query: MetricQuery, metric = cycleTime) => parseMetricQuestion(metric, query, today);

describe('what is asked of a metric', () => {
  it('is the last 90 days by week unless the address says otherwise', () => {
    expect(ask({})).toMatchObject({
      by: 'week',
      period: { text: 'last-90-days' },
      rows: 'counted',
      ignored: [],
    });
    expect(ask({}, openNow).by).toBe('repo');
  });

  it('is by another product’s rule where one names it', () => {
    expect(ask({ preset: 'sei' })).toMatchObject({ preset: 'sei', sql: { measure: { isMean: true } } });
    expect(ask({}).sql.measure).not.toHaveProperty('isMean');
  });

  it.each<[string, MetricQuery, string]>([
    ['a login, which would go past whose page is open', { person: '@kim' }, 'person'],
    ['all but somebody', { person: '-kim' }, 'person'],
    ['a second person', { person: ['kim', 'robin'] }, 'person'],
    ['a rule that is none', { preset: 'gitlab' }, 'preset'],
    ['a division that is none', { by: 'person' }, 'by'],
    ['a part that is none', { band: 'huge' }, 'band'],
    ['a bound that is no number', { least: 'long' }, 'least'],
    ['rows that are none', { rows: 'all' }, 'rows'],
    ['a period that ends before it starts', { period: '2026-11-15..2026-11-01' }, 'period'],
  ])('leaves out and names %s', (_, query, name) => {
    expect(ask(query).ignored.map((one) => one.name)).toEqual([name]);
  });

  it('is divided by no week where it is about now, and by no team where it is about others’ work', () => {
    expect(ask({ by: 'week' }, openNow)).toMatchObject({ by: 'repo', ignored: [{ name: 'by' }] });
    expect(ask({ by: 'team' }, involvement)).toMatchObject({ by: 'week', ignored: [{ name: 'by' }] });
  });

  it('may be about a range of values where each row has one', () => {
    expect(ask({ least: '3600', below: '7200.5' }).range).toEqual({ least: 3_600, below: 7_200.5 });
    expect(ask({ below: '3' }, openNow)).toMatchObject({
      range: { below: undefined },
      ignored: [{ name: 'below' }],
    });
  });

  it('may be about oneself', () => {
    expect(ask({ person: '@me' }).filter.author.is).toEqual(['@me']);
  });
});
