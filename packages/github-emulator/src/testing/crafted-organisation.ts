import { craftRepository } from '../sources/crafted/craft-repository.ts';
import type { WorldSource } from '../world/model.ts';

/**
 * `acme`: owner ada, members bob and cyd, an outsider eve. `api` is private and holds one pull request of each sort,
 * `web` is public, `old-tools` was renamed to `tools`.
 */
export function craftAcme(): readonly WorldSource[] {
  const people = { admins: ['ada'], members: ['ada', 'bob', 'cyd'] };
  return [
    craftRepository({
      ...people,
      fullName: 'acme/api',
      record: { visibility: 'PRIVATE', primaryLanguage: 'Go', topics: ['service'] },
      teams: [{ slug: 'core', members: ['bob'] }],
      accounts: [{ login: 'ada' }, { login: 'bob' }, { login: 'cyd' }, { login: 'eve' }],
      issues: [{ number: 100, title: 'It leaks', author: 'bob', comments: 2, labels: ['bug'] }],
      pulls: [
        {
          title: 'Add the cache',
          author: 'bob',
          commits: [
            { author: 'bob', coAuthors: ['ada'], additions: 10, deletions: 2 },
            { author: 'ghost', name: 'Nobody', email: 'nobody@example.org' },
          ],
          files: [
            { path: 'a b/ü.go', additions: 9, deletions: 1 },
            { path: 'new.go', previousPath: 'old.go', changeType: 'RENAMED', additions: 1, deletions: 1 },
          ],
          labels: ['bug', 'urgent'],
          assignees: ['bob'],
          requestedReviewers: ['cyd', 'team:core'],
          reviews: [{ author: 'ada', state: 'CHANGES_REQUESTED', body: 'No.' }, { author: 'ada' }],
          threads: [
            { isResolved: true, resolvedBy: 'bob', comments: 3 },
            { isOutdated: true, comments: 1 },
          ],
          comments: [{ author: 'dependabot[bot]' }, { author: 'ghost' }],
          closingIssueNumbers: [100],
          events: [
            { kind: 'ReviewRequestedEvent', actor: 'bob', requestedReviewer: 'team:core' },
            { kind: 'LabeledEvent', actor: 'bob', label: 'bug' },
            { kind: 'RenamedTitleEvent', actor: 'bob', from: 'Add', to: 'Add the cache' },
            { kind: 'HeadRefForcePushedEvent', actor: 'bob' },
            { kind: 'ReadyForReviewEvent', actor: 'bob' },
            { kind: 'AssignedEvent', actor: 'bob', assignee: 'bob' },
            { kind: 'ReviewDismissedEvent', actor: 'ada', review: 0 },
          ],
        },
        { author: 'ghost', headRepository: 'gone', commits: 'gone', files: 'unavailable', size: 'unknown' },
        { author: 'dependabot[bot]', state: 'OPEN' },
        { author: 'cyd', headRepository: 'fork', state: 'CLOSED', isDraft: true },
      ],
    }),
    craftRepository({ ...people, fullName: 'acme/web', pulls: 3, record: { visibility: 'PUBLIC' } }),
    craftRepository({
      ...people,
      fullName: 'acme/tools',
      pulls: 2,
      record: { visibility: 'PRIVATE', formerNames: ['acme/old-tools'] },
    }),
  ];
}
