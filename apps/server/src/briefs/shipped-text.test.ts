import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShippedRow, type ShippedStory, toShippedTexts } from './shipped-text.ts';

const row = (number: number, title: string, more: Partial<ShippedRow> = {}): ShippedRow => ({
  repository: { repositoryId: 1, fullName: 'acme/api', hostName: 'github.com' },
  number,
  title,
  url: `https://github.com/acme/api/pull/${number}`,
  path: `/gh/github.com/acme/api/pull/${number}`,
  state: 'merged',
  author: { login: 'kim', kind: 'User' },
  at: '2026-11-18T10:00:00.000Z',
  labels: [],
  ...more,
});
const period = {
  text: 'last-30-days',
  label: 'the last 30 days',
  from: '2026-10-23',
  until: '2026-11-21',
  zone: 'UTC',
  isOver: false,
};
const write = (story: Partial<ShippedStory>) =>
  toShippedTexts({
    name: undefined,
    period,
    by: 'repo',
    shipped: [],
    shippedTotal: story.shipped?.length ?? 0,
    repositories: 3,
    isAtLeast: false,
    ...story,
  });

describe('toShippedTexts', () => {
  it('names each pull request once, with its link, and says that no model wrote it', () => {
    const { text, markdown } = write({ shipped: [row(412, 'Retry failed payouts')] });

    expect(text).toBe(`What I shipped, the last 30 days (2026-10-23 to 2026-11-21)

acme/api (1)
- Retry failed payouts (acme/api#412, 2026-11-18)
  https://github.com/acme/api/pull/412

Put together from GitHub without a model, in the 3 repositories the reader can see.
`);
    expect(markdown).toContain(
      '- Retry failed payouts ([acme/api\\#412](https://github.com/acme/api/pull/412), 2026-11-18)',
    );
    expect(markdown).toContain('# What I shipped');
  });

  it('puts a pull request with two labels under the one that more carry, once', () => {
    const { text } = write({
      by: 'label',
      shipped: [
        row(1, 'One', { labels: ['api', 'bug'] }),
        row(2, 'Two', { labels: ['bug'] }),
        row(3, 'Three'),
      ],
    });

    expect(text).toContain('bug (2)\n- One');
    expect(text).toContain('No label (1)\n- Three');
    expect(text).not.toContain('api (1)');
  });

  it('tells reviews and what moved on only where they were asked for', () => {
    const without = write({ shipped: [row(1, 'One')] }).text;
    const { text } = write({
      shipped: [row(1, 'One')],
      reviews: [{ fullName: 'acme/api', count: 23 }],
      unblocked: { rows: [row(9, 'Another’s')], total: 2 },
    });

    expect(without).not.toMatch(/Reviews|moved on/);
    expect(text).toContain('Reviews given (23)\n- 23 in acme/api');
    expect(text).toContain('Pull requests of others that moved on (2)\n- Another’s');
    expect(text).toContain('- and 1 older ones');
  });

  it('says how many it does not name, and that more may come', () => {
    const { text } = write({ shipped: [row(1, 'One')], shippedTotal: 41, isAtLeast: true });

    expect(text).toContain('And 40 older ones.');
    expect(text).toContain('there may be more');
  });

  it('names no link for the demo, and somebody else by name', () => {
    const { url: _, ...demo } = row(1, 'One');
    const { text, markdown } = write({ name: 'Kim', shipped: [demo] });

    expect(text).toContain('What Kim shipped');
    expect(markdown).toContain('- One (acme/api\\#1, 2026-11-18)');
    expect(text + markdown).not.toContain('http');
  });

  it('lets no title break out of its line or become markup in Markdown', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'[]()<>*_`#|\\!~@&\n- x1.'.split('')),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(hostile, (title) => {
        const { markdown } = write({ shipped: [row(1, `x${title}`)] });
        const line = markdown.split('\n').find((each) => each.startsWith('- x')) ?? '';
        const [named = ''] = line.split(/ \(\[acme\/api\\#1\]\(https:/);

        expect(named.replace(/\\[\\`*_{}[\]<>#|~&]/g, '')).not.toMatch(/[\\`*_[\]<>#|~&]/);
        expect(named).not.toMatch(/@\w/);
      }),
    );
  });
});
