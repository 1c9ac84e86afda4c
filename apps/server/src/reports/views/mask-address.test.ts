import { describe, expect, test } from 'vitest';
import { listRepositories, maskAddress, toKeptAddress } from './mask-address.ts';

describe('an address of a view', () => {
  test('names no repository that its reader does not see', () => {
    const masked = maskAddress(
      '/pulls?repo=acme/api&repo=-acme/secret&state=merged&q=a+b',
      (name) => name === 'acme/api',
    );

    expect(masked).toEqual({
      address: '/pulls?repo=acme/api&repo=-not-visible&state=merged&q=a+b',
      isPartlyHidden: true,
    });
  });

  test('is whole for whoever sees all of it', () => {
    expect(maskAddress('/pulls?repo=acme/api', () => true)).toEqual({
      address: '/pulls?repo=acme/api',
      isPartlyHidden: false,
    });
  });

  test('is kept without what was looked into', () => {
    expect(toKeptAddress('/pulls?state=open&peek=github.com/acme/secret/4&view=3')).toBe('/pulls?state=open');
    expect(toKeptAddress('/pulls')).toBe('/pulls');
  });

  test('tells which repositories it names', () => {
    expect(listRepositories('/pulls?repo=acme/api&repo=-acme/web')).toEqual(['acme/api', 'acme/web']);
  });
});
