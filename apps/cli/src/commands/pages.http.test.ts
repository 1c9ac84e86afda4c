import { beforeEach, describe, expect, test } from 'vitest';
import { answers } from '../testing/page-answers.data.ts';
import { answerByPath, startAnsweringApi } from '../testing/start-answering-api.ts';

const answer = answerByPath(answers);
const { asked, tell } = await startAnsweringApi((request, response) => {
  if (!new URL(request.url ?? '', 'http://localhost').pathname.endsWith('.csv')) {
    answer(request, response);
    return;
  }
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.end('number\r\n412\r\n');
});
beforeEach(() => asked.splice(0));

describe('throughline person', () => {
  test('says what the page says, each number with the address of its rows', async () => {
    const { exitCode, out } = await tell('person', 'kim', '--period', '2026-W47');

    expect(exitCode).toBe(0);
    expect(asked).toEqual(['/api/people/kim/page?period=2026-W47']);
    expect(out).toContain('Kim, 2026-W47\n3 pull requests shipped.\nThey can see that you looked.');
    expect(out).toMatch(/Shipped +3 +http.*\/people\/kim\/rows\?figure=shipped/);
    expect(out).toMatch(/ +Feature, 67 % +at least 2 /);
    expect(out).toContain('First responses to others took 2 h, 3 h · n 2; reviews in 1 repository.');
    expect(out).toMatch(/Waiting for them: 1\nacme\/api #7 +Fix \[31mit +24 h ago +answered after 3 h\n/);
    expect(out).toContain('Waiting for others: nothing');
    expect(out).toMatch(/W47 \(not whole\) +3 +1/);
  });

  test('without a name is one’s own, and says so where one is nobody', async () => {
    const { exitCode, errors } = await tell('person');

    expect([exitCode, asked]).toEqual([1, ['/api/people/me/page']]);
    expect(errors).toContain('You are not tied to a person');
  });

  test('is found by a name that is theirs alone', async () => {
    const { exitCode, out } = await tell('person', 'Kim Park', '--json');

    expect(exitCode).toBe(0);
    expect(asked).toEqual([
      '/api/people/Kim%20Park/page',
      '/api/search?q=Kim+Park&limit=10',
      '/api/people/kim/page',
    ]);
    expect(JSON.parse(out)).toEqual(answers['/api/people/kim/page']);
  });

  test('prints what was shipped and nothing else, as text and as Markdown', async () => {
    const text = await tell('person', 'kim', '--shipped', '--with', 'reviews,unblocked');
    const markdown = await tell('person', 'kim', '--shipped', '--markdown');

    expect(text.out).toBe('What Kim shipped\nChange 1\n');
    expect(markdown.out).toBe('# What Kim shipped\n* [Change 1](https://x)\n');
    expect(text.errors).toBe('acme/web is still being read.\n');
    expect(asked).toEqual(['/api/people/kim/shipped?with=reviews%2Cunblocked', '/api/people/kim/shipped']);
  });

  test('lists the rows of a figure, and prints all of them as CSV', async () => {
    const rows = await tell('person', 'kim', '--rows', 'kind', '--value', 'feature');
    const csv = await tell('person', 'kim', '--rows', 'unblocked', '--csv');

    expect(rows.out).toContain('Kinds of work, 2026-W47. What was merged.');
    expect(rows.out).toContain('1 to 1 of 3; --csv has all of them');
    expect(csv.out).toBe('number\r\n412\r\n');
    expect(asked).toEqual([
      '/api/people/kim/rows?figure=kind&value=feature',
      '/api/people/kim/rows.csv?figure=unblocked',
    ]);
  });

  test.each([
    [['--markdown'], '--markdown goes with --shipped'],
    [['--shipped', '--with', 'salary'], '“salary” is no part'],
    [['--rows', 'rank'], '“rank” is no figure. There are shipped,'],
    [['--rows', 'kind'], 'Say which kind with --value'],
    [['--rows', 'shipped', '--value', 'x'], '--value goes with --rows kind, label, repo'],
    [['--rows', 'shipped', '--by', 'repo'], '--by does not go with --rows'],
  ])('refuses %j', async (options, says) => {
    const { exitCode, errors } = await tell('person', 'kim', ...options);

    expect([exitCode, asked]).toEqual([2, []]);
    expect(errors).toContain(says);
  });
});

describe('throughline team', () => {
  test('lists teams, and says who is in one', async () => {
    const all = await tell('teams', '--mine');
    const one = await tell('team', 'payments');

    expect(all.out).toMatch(/Payments \(yours\) +payments +money +2 +Kim/);
    expect(one.out).toContain('Payments\nPart of Money.\n');
    expect(one.out).toMatch(/Kim +contributor, lead +2026-01-01/);
    expect(one.out).toMatch(/Who was in it\n.*\nRobin +viewer +2025-01-01 +2026-01-01/);
    expect(asked).toEqual(['/api/teams?mine=true', '/api/teams/payments']);
  });

  test('says how its week went, in words and as Markdown', async () => {
    const words = await tell('team', 'payments', '--week');
    const markdown = await tell('team', 'payments', '--week', '2026-W46', '--markdown');

    expect(words.out).toContain(
      'Payments, Week 47 (2026-11-16 to 2026-11-22, UTC, not over yet)\n1 landed.\n',
    );
    expect(words.out).toMatch(/First response +2 h, 3 h · n 2 · usual 4 h /);
    expect(words.out).toMatch(/Cycle time +not enough data /);
    expect(words.out).toContain('In working hours 1 h, 2 h · Monday to Friday, Europe/Berlin.\n');
    expect(words.out).toContain('1 exception to talk about\n! acme/api #7  Fix [31mit: too large\n');
    expect(markdown.out).toBe('## Payments\n');
    expect(asked).toEqual(['/api/teams/payments/weeks/this-week', '/api/teams/payments/weeks/2026-W46']);
  });

  test('says of a team that is not there how to find it', async () => {
    const { exitCode, errors } = await tell('team', 'none');

    expect(exitCode).toBe(1);
    expect(errors).toContain('There is no team “none”. throughline teams lists them');
  });
});

describe('throughline my-data', () => {
  test('says what is stored, who looked, and prints the file', async () => {
    const shown = await tell('my-data', 'show');
    const looks = await tell('my-data', 'looks');
    const file = await tell('my-data', 'export');

    expect(shown.out).toContain('You are the person Kim.\nAccounts: @kim on github.com.\n');
    expect(shown.out).toMatch(/Reviews +1,204 +for good\nLog +in the export +a year/);
    expect(looks.out).toMatch(
      /1 h ago +Ada, administrator, by a key +your page\n2 h ago +Somebody \(refused\)/,
    );
    expect(JSON.parse(file.out)).toEqual({ kinds: [] });
    expect(asked).toEqual(['/api/me/data', '/api/me/looks', '/api/me/data.json']);
  });
});

describe('throughline finds', () => {
  test('what is searched, by kind, with its address', async () => {
    const { out } = await tell('search', 'kim', 'park');

    expect(asked).toEqual(['/api/search?q=kim+park']);
    expect(out).toMatch(/^People\n {2}Kim Park +@kim +http:.*\/people\/kim\n$/);
  });

  test('all repositories, page after page, and one of them', async () => {
    const all = await tell('repositories', '--query', 'a');
    const one = await tell('repository', 'acme/api');
    const none = await tell('repository', 'ghe.acme.com/acme/api');
    const odd = await tell('repository', 'api');

    expect(all.out).toMatch(/acme\/api \(archived\) +2 +1 +◑ 61 %/);
    expect(one.out).toContain('On github.com, private, default branch main.');
    expect(one.out).toMatch(/Open now +at least 2 /);
    expect([none.exitCode, odd.exitCode]).toEqual([1, 2]);
    expect(asked).toEqual([
      '/api/repository-rows?q=a',
      '/api/repository-rows?q=acme%2Fapi',
      '/api/gh/github.com/acme/api',
      '/api/gh/ghe.acme.com/acme/api',
    ]);
  });

  test('saved views with their addresses', async () => {
    const { out } = await tell('views');

    expect(out).toMatch(/Merged +Payments +http:.*\/pulls\?state=merged\n/);
  });
});
