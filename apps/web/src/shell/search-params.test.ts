import { describe, expect, it } from 'vitest';
import { parseSearch, toSearch } from './search-params.ts';

describe('an address’s query', () => {
  it.each([
    ['?period=2026&q=true', { period: '2026', q: 'true' }],
    ['?repo=acme%2Fapi&repo=acme/web', { repo: ['acme/api', 'acme/web'] }],
    ['', {}],
    ['?q=%22open%22', { q: '"open"' }],
  ])('is read as text: %s', (text, params) => {
    expect(parseSearch(text)).toEqual(params);
  });

  it('leaves defaults out', () => {
    expect(toSearch({ period: undefined, q: '', state: 'merged' })).toBe('?state=merged');
  });

  it('is empty without parameters', () => {
    expect(toSearch({})).toBe('');
  });

  it.each(['?repo=acme/api&repo=acme/web', '?author=@me&period=2026-11-01..2026-11-15', '?q=a%26b+c%23'])(
    'comes back the same: %s',
    (text) => {
      expect(toSearch(parseSearch(text))).toBe(text);
    },
  );
});
