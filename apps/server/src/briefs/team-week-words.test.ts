import type { TeamWeek, WeekFigure, WeekMetric } from '@throughline/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWeekMarkdown } from './team-week-markdown.ts';
import { toWeekSentence } from './team-week-words.ts';

const hour = 3600;
const figure = (value: number) => ({ value, definition: '', rows: '', isAtLeast: false });
const counted = (value: number): WeekFigure => ({ figure: figure(value), past: [] });
const metric = (more: Partial<WeekMetric> = {}): WeekMetric => ({
  name: '',
  definition: '',
  figure: { n: 0, missing: 0 },
  rows: '',
  past: [],
  ...more,
});

const week = (more: Partial<TeamWeek> = {}): Omit<TeamWeek, 'markdown'> => ({
  team: { slug: 'payments', name: 'Payments', isDemo: false },
  hasMembers: true,
  week: {
    text: '2026-W47',
    label: 'week 47 of 2026',
    from: '2026-11-16',
    until: '2026-11-22',
    zone: 'Europe/Paris',
    isOver: true,
  },
  before: { text: '2026-W46', label: 'week 46' },
  ignored: [],
  sentence: 'A sentence.',
  merged: counted(12),
  opened: counted(9),
  reviewed: counted(31),
  waiting: figure(4),
  firstResponse: metric(),
  cycleTime: metric(),
  exceptions: { hasAgreements: false, total: 0, rows: [], path: '' },
  scope: { visibleRepositories: 3, gaps: [], isMoving: false },
  ...more,
});

describe('the sentence of a team’s week', () => {
  const running = { ...week().week, isOver: false };

  const rows: readonly (readonly [string, Partial<TeamWeek>, string])[] = [
    ['counts and times', {}, '12 pull requests landed and 31 reviews were given.'],
    [
      'the usual beside this week’s',
      { firstResponse: metric({ figure: { n: 19, missing: 0, value: 6.2 * hour }, usual: 8 * hour }) },
      '12 pull requests landed and 31 reviews were given. First responses took 6 h; the usual is 8 h.',
    ],
    ['a running week', { week: running, reviewed: counted(0) }, '12 pull requests landed so far.'],
    [
      'one of each',
      { merged: counted(1), reviewed: counted(1) },
      '1 pull request landed and 1 review was given.',
    ],
    ['reviews alone', { merged: counted(0), reviewed: counted(2) }, 'Nothing landed; 2 reviews were given.'],
    ['nothing', { merged: counted(0), reviewed: counted(0) }, 'Nothing landed and no review was given.'],
    [
      'nobody to count',
      { hasMembers: false },
      'Nobody ever worked in this team, so there is nothing to tell of its weeks.',
    ],
    [
      'nowhere to look',
      { scope: { visibleRepositories: 0, gaps: [], isMoving: false } },
      'No repository was granted to you, so it is not known how the week went.',
    ],
    [
      'what is not whole',
      { merged: { figure: { ...figure(12), isAtLeast: true }, past: [] } },
      'At least 12 pull requests landed and 31 reviews were given.',
    ],
  ];

  it.each(rows)('says %s', (_, more, sentence) => {
    expect(toWeekSentence(week(more))).toBe(sentence);
  });
});

describe('a team’s week as Markdown', () => {
  it('says what there is too little of, and lists few values', () => {
    const markdown = toWeekMarkdown(
      week({ cycleTime: metric({ figure: { n: 2, missing: 1, values: [hour, 30 * hour] } }) }),
    );

    expect(markdown).toContain('- First response: not enough data\n');
    expect(markdown).toContain('- Cycle time: 1 h, 30 h · n 2 · 1 not known');
  });

  it('names working hours beside elapsed ones', () => {
    const markdown = toWeekMarkdown(
      week({
        cycleTime: metric({
          figure: { n: 12, missing: 0, value: 60 * hour, p90: 90 * hour, working: { value: 12 * hour } },
          workingTime: { zone: 'America/New_York', days: [1, 2, 3, 4, 5] },
        }),
      }),
    );

    expect(markdown).toContain(
      '- Cycle time: 60 h · p90 4 d · n 12 · In working hours 12 h · Monday to Friday, America/New\\_York\n',
    );
  });

  it('keeps a team’s name one line of words, whatever it is', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('[', ']', '(', ')', '<', '>', '*', '`', '#', '\n', 'x', '!'),
    });
    fc.assert(
      fc.property(hostile, (name) => {
        const [head, empty] = toWeekMarkdown(
          week({ team: { slug: 'x', name: `a${name}`, isDemo: false } }),
        ).split('\n');

        expect(head?.startsWith('## a')).toBe(true);
        expect(head?.replaceAll(/\\./g, '')).not.toMatch(/[[\]()<>*`!]/);
        expect(empty).toBe('');
      }),
    );
  });
});
