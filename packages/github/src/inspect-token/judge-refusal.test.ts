import { describe, expect, test } from 'vitest';
import { judgeRefusal } from './judge-refusal.ts';

// GitHub's own sentences, with the organisation's name replaced.
const said = [
  [
    '`acme` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
    { kind: 'token-kind' },
  ],
  [
    '`acme` forbids access via a fine-grained personal access token. Please use a GitHub App, OAuth App, or a personal access token (classic).',
    { kind: 'token-kind' },
  ],
  [
    "The 'acme' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1234567",
    {
      kind: 'lifetime',
      days: 366,
      settingsUrl: 'https://github.com/settings/personal-access-tokens/1234567',
    },
  ],
  [
    'Although you appear to have the correct authorization credentials, the `acme` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited.',
    { kind: 'app-restricted' },
  ],
  [
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    { kind: 'rule', githubMessage: expect.stringContaining('IP allow list') },
  ],
  [undefined, { kind: 'rule', githubMessage: undefined }],
] as const;

describe('judgeRefusal', () => {
  test.each(said)('%s', (githubMessage, refusal) => {
    expect(judgeRefusal({ githubMessage })).toEqual(refusal);
  });
});
