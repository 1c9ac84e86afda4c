import { describe, expect, test } from 'vitest';
import { isSameView, toViewAddress, toViewPath } from './view-address.ts';

describe('a view of the list', () => {
  test('keeps filters, order and columns in one form', () => {
    expect(
      toViewAddress({ cols: ['size'], state: ['merged'], peek: ['x'], view: ['3'], person: ['kim'] }),
    ).toBe('/pulls?author=kim&state=merged&cols=size');
  });

  test('is the same however it is written', () => {
    expect(
      isSameView('/pulls?state=merged&author=kim', { author: ['kim'], state: ['merged'], view: ['3'] }),
    ).toBe(true);
    expect(isSameView('/pulls?state=merged', { state: ['open'] })).toBe(false);
  });

  test('opens with its number', () => {
    expect(toViewPath({ viewId: 7, address: '/pulls?state=merged' })).toBe('/pulls?state=merged&view=7');
    expect(toViewPath({ viewId: 7, address: '/reviews?reviewer=kim' })).toBe('/reviews?reviewer=kim');
  });
});
