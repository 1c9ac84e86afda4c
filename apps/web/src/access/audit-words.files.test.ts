import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditKinds, auditWords } from './audit-words.data.ts';

const server = join(import.meta.dirname, '../../../server/src');

/** Every `'thing.happened'` on a line of the server that speaks of an action or the audit. */
function listActions(): string[] {
  const files = globSync('**/*.ts', { cwd: server }).filter((path) => !path.includes('test'));
  const lines = files.flatMap((path) => readFileSync(join(server, path), 'utf8').split('\n'));
  const actions = lines
    .filter((line) => /action|audit/i.test(line) && !/import|export \{/.test(line))
    .flatMap((line) => [...line.matchAll(/'(?<action>[a-z][a-z-]*\.[a-z][a-z-]*)'/g)])
    .map((match) => match.groups?.['action'] ?? '')
    .filter((action) => !/\.(csv|json)$/.test(action));
  return [...new Set(actions)].toSorted();
}

test('every change that the server writes down has its sentence, and its kind can be chosen', () => {
  const actions = listActions();

  expect(actions.length).toBeGreaterThan(50);
  expect(actions.filter((action) => auditWords[action] === undefined)).toEqual([]);
  expect(actions.filter((action) => auditKinds[action.split('.')[0] ?? ''] === undefined)).toEqual([]);
});
