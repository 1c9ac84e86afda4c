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

  it('is read whatever somebody pastes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseGithubAddress(text)).toHaveProperty('kind');
      }),
    );
  });
});
