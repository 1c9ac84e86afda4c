import { type GraphQLSchema, parse, validate } from 'graphql';
import type { Finding } from '../architecture/finding.ts';
import type { WrittenQuery } from './list-queries.ts';

/** One of GitHub's schemas, under the name that a finding tells. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: GraphQLSchema;
}

/** Says which queries one of the schemas would refuse, with the line of the file where it can be told. */
export function checkQueries(queries: readonly WrittenQuery[], schemas: readonly NamedSchema[]): Finding[] {
  return queries.flatMap((query) => [
    ...checkHoles(query),
    ...schemas.flatMap(({ name, schema }) =>
      findErrors(schema, query.text).map(({ line, message }) => ({
        path: query.path,
        line: query.line + line - 1,
        message: `${name}: ${message}`,
      })),
    ),
  ]);
}

function checkHoles({ path, line, hasHoles }: WrittenQuery): Finding[] {
  if (!hasHoles) return [];
  return [
    {
      path,
      line,
      message: 'put a query together of constants only; what varies is a variable or a directive',
    },
  ];
}

function findErrors(schema: GraphQLSchema, text: string): { line: number; message: string }[] {
  try {
    return validate(schema, parse(text)).map((error) => ({
      line: error.locations?.[0]?.line ?? 1,
      message: error.message,
    }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [{ line: 1, message: error.message }];
  }
}
