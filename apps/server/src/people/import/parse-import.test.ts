import { describe, expect, it, test } from 'vitest';
import { findDelimiter, parseHead } from './parse-head.ts';
import { parseImportRow } from './parse-import-row.ts';

const head = parseHead([
  'Name',
  'E-Mail',
  'GitHub login',
  'Joined',
  'Left on',
  'Time zone',
  'Team',
  'Shoe size',
])!;
const isZone = (text: string) => text === 'Europe/Paris';
const parse = (...cells: string[]) => parseImportRow(head, cells, 2, isZone);

describe('the head of a file', () => {
  it('is read whatever its columns are called, and names those nobody knows', () => {
    expect([...head.places.keys()]).toEqual(['name', 'emails', 'logins', 'joined', 'left', 'zone', 'team']);
    expect(head.unknown).toEqual(['Shoe size']);
  });

  it('must name people, addresses or logins', () => {
    expect(parseHead(['First', 'Second'])).toBeUndefined();
  });
});

test.each([
  ['name,email\n', ','],
  ['name;email\na,b;c', ';'],
  ['\uFEFFname\temail', '\t'],
  ['"a;b;c",email,login', ','],
  ['name', ','],
])('%j is divided by %j', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

describe('a row of a file', () => {
  it('is read with several addresses and logins, days of two forms and what spreadsheets put before', () => {
    expect(
      parse(
        "'=Kim",
        'KIM@acme.com; k@home.org',
        '@Kim ghe.acme.com/kim-x',
        '2026-03-01',
        '31.10.2026',
        'Europe/Paris',
        'Core',
      ),
    ).toEqual({
      rowNumber: 2,
      name: '=Kim',
      emails: ['kim@acme.com', 'k@home.org'],
      logins: ['kim', 'ghe.acme.com/kim-x'],
      joinedOn: '2026-03-01',
      leftOn: '2026-10-31',
      zone: 'Europe/Paris',
      team: 'Core',
      problems: [],
    });
  });

  it('that is empty is none', () => {
    expect(parse('', ' ', '')).toBeUndefined();
  });

  test.each([
    [['Kim', 'no address'], '“no” is no e-mail address.'],
    [['Kim', '', '-bad'], '“-bad” is no login at GitHub.'],
    [['Kim', '', '', '03/04/2026'], '“03/04/2026” is no day. Write one as 2026-11-21.'],
    [['Kim', '', '', '2026-02-30'], '“2026-02-30” is no day. Write one as 2026-11-21.'],
    [
      ['Kim', '', '', '2026-05-02', '2026-05-01'],
      'They joined on 2026-05-02, after their last day, 2026-05-01.',
    ],
    [['Kim', '', '', '', '', 'Mars/Base'], '“Mars/Base” is no time zone. Write one as Europe/Paris.'],
    [['', '', '', '2026-05-02'], 'It names nobody: there is no name, no address and no login.'],
  ])('%j says what is wrong', (cells, problem) => {
    expect(parse(...cells)?.problems).toContain(problem);
  });
});
