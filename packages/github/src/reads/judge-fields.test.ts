import { expect, test } from 'vitest';
import type { GitHubFailureKind } from '../github-failure.ts';
import { judgeFields } from './judge-fields.ts';

const empty = {
  state: 'MERGED',
  author: null,
  mergedBy: null,
  mergeCommit: null,
  reviewDecision: null,
  headRepository: null,
  mergedAt: null,
};

const judge = (field: string, kind: GitHubFailureKind, raw: object = empty) =>
  judgeFields(raw, [{ path: [field], kind }]);

const names = ['author', 'mergedBy', 'mergeCommit', 'reviewDecision'];
const refusals = ['scope-missing', 'sso-required', 'organisation-approval'] as const;

test.each(names.flatMap((field) => refusals.map((kind) => [field, kind] as const)))(
  '%s that is refused for %s is not known, and the record is kept',
  (field, kind) => {
    expect(judge(field, kind)).toEqual({ lost: undefined, untold: [{ field, reason: 'forbidden' }] });
  },
);

test.each(['server', 'timeout', 'gone', 'unreadable', 'primary-limit'] as const)(
  'a fault of kind %s is no word on what a field holds',
  (kind) => {
    expect(judge('mergeCommit', kind)).toEqual({ lost: { path: ['mergeCommit'], kind }, untold: [] });
  },
);

test.each([...names, 'headRepository'])(
  '%s that was cut off where less cannot be asked is not known',
  (field) => {
    expect(judge(field, 'resource-limit')).toEqual({
      lost: undefined,
      untold: [{ field, reason: 'cut-off' }],
    });
  },
);

test.each(['scope-missing', 'resource-limit'] as const)(
  'a date that is missing for %s leaves the state open: there is no record without it',
  (kind) => {
    expect(judge('mergedAt', kind).lost).toEqual({ path: ['mergedAt'], kind });
  },
);

test('a head repository that may not be seen is as one that is gone, but not after a fault that passes', () => {
  expect(judge('headRepository', 'scope-missing')).toEqual({ lost: undefined, untold: [] });
  expect(judge('headRepository', 'gone')).toEqual({ lost: undefined, untold: [] });
  expect(judge('headRepository', 'server').lost).toBeDefined();
});

test('of one that is not merged no merge commit was withheld', () => {
  expect(judge('mergeCommit', 'scope-missing', { ...empty, state: 'OPEN' }).untold).toEqual([]);
});

test('what was told beside an error about a part of it was told', () => {
  const raw = { ...empty, author: { login: 'ada' } };

  expect(judgeFields(raw, [{ path: ['author', 'name'], kind: 'scope-missing' }]).untold).toEqual([]);
});

test('errors about lists are not its business', () => {
  expect(judge('labels', 'server')).toEqual({ lost: undefined, untold: [] });
});
