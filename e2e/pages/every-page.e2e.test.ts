import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '../testing/checkout-folder.ts';
import { everyOther } from '../testing/every-other.ts';
import { lookAtEveryPage } from '../testing/look-at-every-page.ts';
import { lookedAt } from './pages.data.ts';

test('every route of the web is looked at', () => {
  const pages = readFileSync(join(checkoutFolder, 'apps/web/src/shell/pages.ts'), 'utf8');

  const routes = [...pages.matchAll(/\bpage\(\s*\w+,\s*'([^']+)'/g)].map(([, route]) => route);

  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((route) => lookedAt.every((looked) => looked.route !== route))).toEqual([]);
});

lookAtEveryPage(lookedAt, new Set(everyOther(lookedAt, 'pages in the dark')));
