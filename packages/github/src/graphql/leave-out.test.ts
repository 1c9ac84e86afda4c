import { schema as official } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { organisationMembersOperation } from '../reads/list-organisation-members.ts';
import { pullRequestParts } from '../reads/read-parts.ts';
import { pullRequestsByIds } from '../reads/read-pull-requests.ts';
import { pullRequestsPage } from '../reads/read-pull-requests-page.ts';
import { pullRequestTimelines } from '../reads/read-timelines.ts';
import { leaveOut } from './leave-out.ts';
import { optionalFields } from './optional-fields.data.ts';

const schema = buildSchema(official.idl, { assumeValidSDL: true });
const questions = [
  pullRequestsPage,
  pullRequestsByIds,
  pullRequestParts,
  pullRequestTimelines,
  organisationMembersOperation,
] as const;

const toPlain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('leaving out', () => {
  test.each([
    ['a field', '{ node { id a.b number } }', ['T.number'], '{ node { id a.b } }'],
    [
      'a field with arguments, directive and selection, and the variables it alone used',
      'query q($a: ID!, $b: Boolean!) { node(id: $a) { id list(first: 1) @include(if: $b) { nodes { id } } } }',
      ['T.list'],
      'query q($a: ID!, ) { node(id: $a) { id } }',
    ],
    [
      'a fragment that only what is left out spreads',
      '{ node { id list { ...f } } } fragment f on L { ...g } fragment g on M { id }',
      ['T.list'],
      '{ node { id } }',
    ],
    [
      'a value of a list',
      '{ items(kinds: [ONE, TWO]) { id } }',
      ['Kind.ONE'],
      '{ items(kinds: [ TWO]) { id } }',
    ],
    ['a type', '{ node { ... on A { id } ... on B { id } } }', ['B'], '{ node { ... on A { id } } }'],
    ['nothing of what is not asked for', '{ node { idle } }', ['T.id'], '{ node { idle } }'],
  ])('%s', (_name, text, names, rest) => {
    expect(toPlain(leaveOut(text, names))).toBe(toPlain(rest));
  });

  test.each(questions.map((question) => [question.name, question.text] as const))(
    'any of what is optional leaves a question that GitHub takes: %s',
    (_name, text) => {
      const fitted = [...optionalFields.map((name) => [name]), [...optionalFields]].map((names) =>
        leaveOut(text, names),
      );

      expect(fitted.flatMap((one) => validate(schema, parse(one)))).toEqual([]);
    },
  );

  test('everything that is optional is asked for by some question', () => {
    const unasked = optionalFields.filter((name) =>
      questions.every(({ text }) => leaveOut(text, [name]) === text),
    );

    expect(unasked).toEqual([]);
  });
});
