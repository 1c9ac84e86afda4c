import { describe, expect, it } from 'vitest';
import { type ImportState, planImport } from './plan-import.ts';
import { readTeamFile } from './team-file.ts';

const state: ImportState = {
  teams: [
    { teamId: 1, slug: 'commerce', name: 'Commerce', parentTeamId: undefined },
    { teamId: 2, slug: 'payments', name: 'Payments', parentTeamId: 1 },
    { teamId: 3, slug: 'twin', name: 'Twin', parentTeamId: undefined },
    { teamId: 4, slug: 'twin-2', name: 'Twin', parentTeamId: undefined },
  ],
  people: new Map([
    ['kim', [{ personId: 7, name: 'Kim' }]],
    ['kim@example.com', [{ personId: 7, name: 'Kim' }]],
    [
      'dave',
      [
        { personId: 8, name: 'Dave' },
        { personId: 9, name: 'Dave' },
      ],
    ],
  ]),
  held: [
    {
      teamId: 2,
      personId: 7,
      membership: { part: 'contributor', isLead: false, fromOn: '2026-01-01', source: 'hand' },
    },
  ],
  today: '2026-11-21',
};

const head = ['Team', 'Parent', 'Person', 'Part', 'Lead', 'From', 'Until'];
const plan = (...rows: readonly (readonly string[])[]) =>
  planImport(readTeamFile([head, ...rows])!.rows, state);

describe('a file of teams', () => {
  it('makes teams, hangs them where it says, and adds people by day', () => {
    const { rows, problems, newTeams, places, memberships } = plan(
      ['Checkout', 'Commerce', '@KIM', 'viewer', 'yes', '2026-03-01', '2026-03-31'],
      ['', '', '', '', '', '', ''],
      ['checkout', '', 'kim@example.com', '', '', '2026-04-01', ''],
    );

    expect(problems).toBe(0);
    expect(rows).toEqual([
      {
        row: 2,
        does: [
          'Makes the team Checkout.',
          'Makes Checkout part of Commerce.',
          'Kim is viewer and lead of Checkout from 2026-03-01 until 2026-03-31.',
        ],
      },
      { row: 4, does: ['Kim is contributor of Checkout from 2026-04-01 on.'] },
    ]);
    expect(newTeams).toMatchObject([{ key: 'checkout', name: 'Checkout' }]);
    expect(places).toEqual([{ key: 'checkout', parent: '#1' }]);
    expect(memberships).toMatchObject([
      {
        team: 'checkout',
        personId: 7,
        memberships: [
          { part: 'viewer', isLead: true, fromOn: '2026-03-01', untilOn: '2026-04-01' },
          { part: 'contributor', fromOn: '2026-04-01' },
        ],
      },
    ]);
  });

  it('changes nothing that is so already', () => {
    const { rows, memberships } = plan(['Payments', 'Commerce', 'Kim', '', '', '2026-02-01', '']);

    expect(rows[0]?.does).toEqual(['Kim is that in Payments already.']);
    expect(memberships).toEqual([]);
  });

  it.each([
    [['', '', 'Kim', '', '', '', ''], /names no team/],
    [['X', '', 'Dave', '', '', '', ''], /2 people are called Dave/],
    [['X', '', 'Nobody', '', '', '', ''], /Nobody here is called Nobody/],
    [['Twin', '', 'Kim', '', '', '', ''], /2 teams are called Twin/],
    [['X', '', 'Kim', 'boss', '', '', ''], /no part/],
    [['X', '', 'Kim', '', 'maybe', '', ''], /yes or no/],
    [['X', '', 'Kim', '', '', '2026-02-30', ''], /is no day/],
    [['X', '', 'Kim', '', '', '2026-02-02', '2026-02-01'], /before it begins/],
    [['Commerce', 'Payments', '', '', '', '', ''], /round in a circle/],
    [['X', 'x', '', '', '', '', ''], /part of itself/],
  ])('%j is refused by its row’s number', (row, sentence) => {
    const { rows, problems } = plan(['Payments', '', '', '', '', '', ''], row);

    expect(problems).toBe(1);
    expect(rows[1]).toMatchObject({ row: 3, problem: expect.stringMatching(sentence) });
  });

  it('names the circle that several rows close together, once', () => {
    const { rows, problems } = plan(
      ['A', 'B', '', '', '', '', ''],
      ['B', 'C', '', '', '', '', ''],
      ['C', 'A', '', '', '', '', ''],
    );

    expect(problems).toBe(1);
    expect(rows[2]?.problem).toBe(
      'Teams can’t go round in a circle: C would be part of A, which is part of B, which is part of C.',
    );
  });

  it('lets a team be part of one other only', () => {
    const { rows } = plan(['A', 'B', '', '', '', '', ''], ['A', 'C', '', '', '', '', '']);

    expect(rows[1]?.problem).toMatch(/^Row 2 makes A part of another team/);
  });

  it('may tell people by a column of their own, and says which columns it does not know', () => {
    const file = readTeamFile([
      ['team', 'name', 'E-Mail', 'shoe size'],
      ['X', 'Dave', 'kim@example.com', '43'],
      ['X', 'Kim', '', ''],
    ])!;

    expect(planImport(file.rows, state).rows.map(({ does }) => does.at(-1))).toEqual([
      'Kim is contributor of X from 2026-11-21 on.',
      'Kim is that in X already.',
    ]);
    expect(file.unknownColumns).toEqual(['shoe size']);
  });

  it('without a column for teams is none', () => {
    expect(readTeamFile([['Person'], ['Kim']])).toBeUndefined();
  });
});
