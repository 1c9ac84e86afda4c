import { expect, test } from 'vitest';
import { startTestEmulator } from '../testing/start-test-emulator.ts';

const schemaWithout = [
  'PullRequest.isInMergeQueue',
  'AddedToMergeQueueEvent',
  'PullRequestTimelineItemsItemType.ADDED_TO_MERGE_QUEUE_EVENT',
];

const ask = (fields: string): string =>
  `{ repository(owner: "acme", name: "api") { pullRequest(number: 1) { ${fields} } } }`;

test.each([
  [
    'a field',
    'isInMergeQueue',
    'undefinedField',
    "Field 'isInMergeQueue' doesn't exist on type 'PullRequest'",
  ],
  [
    'a type',
    'timelineItems(first: 1) { nodes { ... on AddedToMergeQueueEvent { id } } }',
    'undefinedType',
    'No such type AddedToMergeQueueEvent',
  ],
  [
    'a value',
    'timelineItems(first: 1, itemTypes: [ADDED_TO_MERGE_QUEUE_EVENT]) { totalCount }',
    'argumentLiteralsIncompatible',
    'ADDED_TO_MERGE_QUEUE_EVENT',
  ],
])('an older schema refuses a question for %s that it lacks', async (_name, fields, code, message) => {
  const emulator = await startTestEmulator({ schemaWithout });

  const { status, body } = await emulator.query(ask(fields));

  expect(status).toBe(200);
  expect(body.data).toBeUndefined();
  expect(body.errors[0]).toMatchObject({ extensions: { code }, message: expect.stringContaining(message) });
});

test('an older schema tells what it has, and answers what it has', async () => {
  const emulator = await startTestEmulator({ schemaWithout });

  const { body } = await emulator.query(
    '{ type: __type(name: "PullRequest") { fields { name } } gone: __type(name: "AddedToMergeQueueEvent") { name } }',
  );
  const answer = await emulator.query(ask('number'));

  const fields = body.data.type.fields.map(({ name }: { name: string }) => name);
  expect(fields).toContain('isDraft');
  expect(fields).not.toContain('isInMergeQueue');
  expect(body.data.gone).toBeNull();
  expect(answer.body.data.repository.pullRequest.number).toBe(1);
});

test('a name that the schema does not have is a mistake', async () => {
  await expect(startTestEmulator({ schemaWithout: ['PullRequest.bogus'] })).rejects.toThrow(
    'PullRequest.bogus',
  );
});
