import { expect, test } from 'vitest';
import { parseDictionary } from './parse-dictionary.ts';

test('rows are read under the heading of their slice; prose and heads are not rows', () => {
  const page = `# Data dictionary
How to read \`this\`.

## people
| table | key | version | personal | kept |
|---|---|---|---|---|
| \`account\` | account_id | observed_at | login, name (shown), avatar_url | with its host |

## activity
| table | key | version | personal | kept |
|---|---|---|---|---|
| \`pull_request\` | repository_id, number | source_version, then observed_at | — | with its repository |
`;

  expect(parseDictionary(page)).toEqual([
    {
      slice: 'people',
      table: 'account',
      key: ['account_id'],
      version: 'observed_at',
      personal: ['login', 'name', 'avatar_url'],
      kept: 'with its host',
    },
    {
      slice: 'activity',
      table: 'pull_request',
      key: ['repository_id', 'number'],
      version: 'source_version, then observed_at',
      personal: [],
      kept: 'with its repository',
    },
  ]);
});
