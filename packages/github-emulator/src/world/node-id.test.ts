import { expect, test } from 'vitest';
import { type NodeAddress, parseNodeId, toNodeId } from './node-id.ts';

const oid = '00ff17de0a0000000000000000000000000000ff';
const addresses: NodeAddress[] = [
  { kind: 'account', id: 7_496_278, accountKind: 'User' },
  { kind: 'account', id: 1, accountKind: 'Bot' },
  { kind: 'team', id: 3_000_000_000 },
  { kind: 'repository', repositoryId: 134_018_330 },
  { kind: 'commit', repositoryId: 900_000_127, oid },
  { kind: 'label', repositoryId: 900_000_128, ordinal: 0 },
  { kind: 'issue', repositoryId: 900_000_128, number: 7 },
  { kind: 'pullRequest', repositoryId: 900_000_128, number: 1_000_000 },
  { kind: 'review', repositoryId: 900_000_128, number: 1, ordinal: 119 },
  { kind: 'reviewComment', repositoryId: 900_000_128, number: 1, thread: 200, ordinal: 3 },
  { kind: 'comment', repositoryId: 900_000_128, number: 1, ordinal: 128 },
];

test.each(addresses)('a node id leads back to its $kind', (address) => {
  expect(parseNodeId(toNodeId(address))).toEqual(address);
});

test('node ids of different things differ', () => {
  expect(new Set(addresses.map(toNodeId)).size).toBe(addresses.length);
});

test.each([
  '',
  '_',
  'PR_',
  'PR_!!',
  'MDExOlB1bGxSZXF1ZXN0MjAzNzU2NzM2',
  'XX_AQ',
  `${toNodeId({ kind: 'team', id: 1 })}A`,
])('a node id of somebody else (%j) is nobody here', (nodeId) => {
  expect(parseNodeId(nodeId)).toBeUndefined();
});
