import type { GraphQLError } from 'graphql';
import { GitHubError } from '../http/github-error.ts';

/** An error as GitHub puts it into `errors[]`: with `type` for what it refuses, `extensions.code` for what is malformed. */
export function formatError(error: GraphQLError): Record<string, unknown> {
  const { message, path, locations, originalError } = error;
  const place = {
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations }),
  };
  if (originalError instanceof GitHubError) {
    const { graphqlType, extensions } = originalError.detail;
    return {
      ...(graphqlType === undefined ? {} : { type: graphqlType }),
      ...place,
      ...(extensions === undefined ? {} : { extensions }),
      message: originalError.message,
    };
  }
  return { ...place, ...toValidationWords(message) };
}

/** GitHub's own words for what a schema does not have; graphql-js's for other mistakes. */
function toValidationWords(message: string): Record<string, unknown> {
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (fieldName !== undefined) {
    return {
      extensions: { code: 'undefinedField', typeName, fieldName },
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
    };
  }
  const [, unknownType] = /^Unknown type "(\w+)"/.exec(message) ?? [];
  if (unknownType !== undefined) {
    return {
      extensions: { code: 'undefinedType', typeName: unknownType },
      message: `No such type ${unknownType}, so it can't be a fragment condition`,
    };
  }
  const [, value, enumName] = /^Value "(\w+)" does not exist in "(\w+)" enum/.exec(message) ?? [];
  if (value === undefined) return { message };
  return {
    extensions: { code: 'argumentLiteralsIncompatible', typeName: 'Field' },
    message: `Argument has an invalid value (${value}). Expected type '[${enumName}!]'.`,
  };
}
