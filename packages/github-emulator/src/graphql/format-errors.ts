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

/** GitHub's own words for the commonest mistake; graphql-js's for the others. */
function toValidationWords(message: string): Record<string, unknown> {
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (fieldName === undefined) return { message };
  return {
    extensions: { code: 'undefinedField', typeName, fieldName },
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
  };
}
