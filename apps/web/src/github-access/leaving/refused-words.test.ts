import { expect, it } from 'vitest';
import { toRefused } from './refused-words.ts';

it('says what a code means here, and where one begins anew', () => {
  expect(toRefused('authorisation-invalid')).toMatchObject({
    code: 'authorisation-invalid',
    message: expect.stringContaining('more than an hour ago'),
    link: '/settings/github/new',
  });
  expect(toRefused('not-signed-in').link).toBe('/signin?to=/settings/github/new');
});

it.each(['conflict', 'made-up', '', 'toString', '<b>Call 0800 1234</b>'])(
  'says nothing of %j but that it did not work',
  (code) => {
    const { message, link } = toRefused(code);

    expect(message).toMatch(/^Throughline could not lead you on to GitHub\./);
    expect(link).toBe('/settings/github/new');
  },
);
