import { expect, test } from 'vitest';
import { createRouter } from './router.ts';
import { restRoutes } from './routes.data.ts';

const router = createRouter(restRoutes);

test.each([
  ['/', '/'],
  ['/user', '/user'],
  ['/user/orgs', '/user/orgs'],
  ['/user/17', '/user/{account_id}'],
  ['/repos/a/b/pulls/comments', '/repos/{owner}/{repo}/pulls/comments'],
  ['/repos/a/b/pulls/7', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['/repositories/9/pulls/7', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['/organizations/4/repos', '/orgs/{org}/repos'],
])('%s is %s', (path, template) => {
  expect(router.find(path)?.template).toBe(template);
});

test.each(['/user/', '/orgs/acme/', '//user', '/repos/a', '/orgs/%E0%A4%A', '/users'])(
  '%s is nothing',
  (path) => {
    expect(router.find(path)).toBeUndefined();
  },
);

test('parameters are decoded', () => {
  expect(router.find('/users/dependabot%5Bbot%5D')?.params).toEqual({ username: 'dependabot[bot]' });
});
