import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubAddresses } from './github-addresses.data.ts';
import { parseGithubAddress } from './parse-github-address.ts';

describe('an address at GitHub', () => {
  it.each(githubAddresses)('%s', (text, expected) => {
    const parsed = parseGithubAddress(text);

    if (expected === 'nothing') expect(parsed.kind).toBe('nothing');
    else expect(parsed).toEqual(expected);
  });

  const repository = { owner: 'larkfield', name: 'web' };

  it.each([
    ['demo/larkfield/web/pull/9', { kind: 'pull-request', host: 'demo', repository, number: 9 }],
    ['/Demo/larkfield/web/pull/9', { kind: 'pull-request', host: 'demo', repository, number: 9 }],
    ['demo/larkfield/web', { kind: 'repository', host: 'demo', repository }],
    ['larkfield/web', { kind: 'repository', repository }],
    ['demo/web/pull/9', { kind: 'pull-request', repository: { owner: 'demo', name: 'web' }, number: 9 }],
    ['demo/web', { kind: 'repository', repository: { owner: 'demo', name: 'web' } }],
    ['demo', { kind: 'account', login: 'demo' }],
  ])('tells a host without a dot that is known from an owner: %s', (text, expected) => {
    expect(parseGithubAddress(text, ['demo'])).toEqual(expected);
  });

  it('is read whatever somebody pastes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseGithubAddress(text)).toHaveProperty('kind');
      }),
    );
  });
});
