import type { SearchHit } from '@throughline/contract';
import { expect, it } from 'vitest';
import { orderGroups } from './order-groups.ts';

const hit = (kind: SearchHit['kind'], title: string): SearchHit => ({ kind, title, detail: '', path: '/' });

it.each([
  ['payouts', hit('team', 'Payouts weekly'), hit('repository', 'acme/payouts'), 'repository'],
  ['pay', hit('person', 'Repay Ada'), hit('pull-request', 'Pay twice'), 'pull-request'],
  ['a', hit('person', 'Cyd Oza'), hit('repository', 'x/bab'), 'person'],
])('of %s the best hit comes first', (word, one, other, first) => {
  const groups = orderGroups([word], [[one], [], [other]]);

  expect(groups.map(({ kind }) => kind)).toEqual([first, groups[1]?.kind]);
});
