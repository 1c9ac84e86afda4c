import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGraphqlErrors } from './graphql-errors.ts';

describe('an error of a GraphQL answer', () => {
  test.each([
    [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository' }, 'gone'],
    [{ type: 'FORBIDDEN', message: 'Resource not accessible by personal access token' }, 'scope-missing'],
    [{ type: 'FORBIDDEN', message: 'in words of tomorrow' }, 'scope-missing'],
    [
      {
        type: 'FORBIDDEN',
        message: 'Resource protected by organization SAML enforcement.',
        extensions: { saml_failure: true },
      },
      'sso-required',
    ],
    [
      {
        type: 'FORBIDDEN',
        message: '`acme` forbids access via a personal access token (classic).',
        extensions: { saml_failure: false },
      },
      'organisation-approval',
    ],
    [
      { type: 'FORBIDDEN', message: 'the `acme` organization has enabled OAuth App access restrictions' },
      'organisation-approval',
    ],
    [
      { type: 'INSUFFICIENT_SCOPES', message: "The 'email' field requires one of the following scopes" },
      'scope-missing',
    ],
    [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' }, 'primary-limit'],
    [{ type: 'RATE_LIMIT', message: 'API rate limit already exceeded' }, 'primary-limit'],
    [{ type: 'RATE_LIMITED', message: 'You have exceeded a secondary rate limit.' }, 'secondary-limit'],
    [
      { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
      'resource-limit',
    ],
    [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'By the time this query traverses…' }, 'resource-limit'],
    [{ type: 'MISSING_PAGINATION_BOUNDARIES', message: 'You must provide a `first`' }, 'request-refused'],
    [
      {
        message:
          'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.',
      },
      'timeout',
    ],
    [{ message: 'Something went wrong while executing your query.' }, 'server'],
    [{ type: 'SERVICE_UNAVAILABLE', message: '' }, 'server'],
    [
      { message: "Field 'x' doesn't exist on type 'Query'", extensions: { code: 'undefinedField' } },
      'schema-lacks-field',
    ],
    [{ type: 'OF_TOMORROW', message: '' }, 'server'],
  ] as const)('%j means %s', (error, expected) => {
    expect(parseGraphqlErrors([error])).toMatchObject([{ kind: expected, path: [] }]);
  });

  test('keeps its place in the data', () => {
    const path = ['node', 'pullRequests', 'nodes', 3, 'files'];

    expect(parseGraphqlErrors([{ type: 'FORBIDDEN', message: 'no', path }])).toEqual([
      { kind: 'scope-missing', path, githubMessage: 'no' },
    ]);
  });

  test('is none when there are none', () => {
    expect([parseGraphqlErrors(undefined), parseGraphqlErrors(null), parseGraphqlErrors([])]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('is never dropped, whatever its shape', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { minLength: 1, maxLength: 5 }), (errors) => {
        expect(parseGraphqlErrors(errors)).toHaveLength(errors.length);
      }),
    );
    expect(parseGraphqlErrors('oops')).toEqual([{ kind: 'unreadable', path: [] }]);
  });
});
