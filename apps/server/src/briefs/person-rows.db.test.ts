import {
  exportPersonRowsCsv,
  exportPersonRowsJson,
  listPersonRows,
  type PersonFigure,
  toAddress,
  type WorkRow,
} from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { startPersonWorld } from './testing/start-person-world.ts';

const { administrator, member, stranger } = await startPersonWorld();

describe('the rows of a person’s figures', () => {
  it('pages through the rows of a figure, each once', async () => {
    const rows = await administrator.call(listPersonRows, {
      params: { slug: 'kim' },
      query: { figure: 'shipped', period: '2026' },
    });

    expect(rows.rows.map(({ title }) => title)).toEqual([
      'Change 1',
      'Hidden work',
      '=HYPERLINK("http://x")',
      'Change 8',
      'refactor: Sort it',
      'Change 3',
    ]);
    expect(rows).toMatchObject({ total: 6, title: 'Pull requests shipped' });
  });

  it.each(['shipped', 'unblocked', 'first-response', 'kind', 'waiting', 'waiting-for-others'] as const)(
    'gives the rows of %s as files, the same and no others',
    async (figure) => {
      const given = {
        params: { slug: 'kim' },
        query: { figure, period: '2026', ...(figure === 'kind' && { value: 'maintenance' }) },
      };
      const { rows, total } = await administrator.call(listPersonRows, given);

      const json = (await (
        await administrator.fetch(toAddress(exportPersonRowsJson, given))
      ).json()) as WorkRow[];
      const csv = await (await administrator.fetch(toAddress(exportPersonRowsCsv, given))).text();

      expect(json).toEqual(rows);
      expect([json.length, csv.trimEnd().split('\r\n').length - 1]).toEqual([total, total]);
      expect(csv).toMatch(/^host,repository,number,title,state,author,person,at,why,url\r\n/);
    },
  );

  it('writes into files only what their reader sees, no formula, and no other period than was asked for', async () => {
    const ask = async (
      reader: typeof member,
      slug: string,
      query: { figure: PersonFigure; period?: string },
    ) => {
      const answer = await reader.fetch(toAddress(exportPersonRowsCsv, { params: { slug }, query }));
      return { status: answer.status, text: await answer.text() };
    };

    const mine = await ask(member, 'me', { figure: 'shipped' });
    const other = await ask(stranger, 'kim', { figure: 'shipped' });
    const odd = await ask(administrator, 'kim', { figure: 'shipped', period: '2026-11-15..2026-11-01' });

    expect(mine.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(mine.text).not.toMatch(/secret|Hidden/);
    expect(other.status).toBe(404);
    expect(odd).toMatchObject({ status: 422, text: expect.stringContaining('It ends before it starts.') });
  });

  it('says why a row is of its kind, and how long one waited', async () => {
    const rowsOf = async (figure: PersonFigure, value?: string) =>
      (await administrator.call(listPersonRows, { params: { slug: 'kim' }, query: { figure, value } })).rows;

    expect((await rowsOf('kind', 'maintenance'))[0]?.note).toBe('maintenance by its label');
    expect((await rowsOf('first-response'))[0]?.note).toBe('answered after 42 d');
    expect((await rowsOf('unblocked'))[0]).toMatchObject({ number: 6, author: { login: 'robin' } });
  });
});
