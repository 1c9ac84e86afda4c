import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import {
  buildASTSchema,
  concatAST,
  type DocumentNode,
  extendSchema,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { leaveOut } from './leave-out.ts';

/** GitHub's official schema with our few additions; read when this module is loaded, in about 0.2 s. */
export const schema: GraphQLSchema = buildSchema((document) => document);

/**
 * The schema of a host that lacks some things, as an older Enterprise Server does: `Type`, `Type.field` or
 * `Enum.VALUE`. Throws on a name that the official schema does not have.
 */
export function schemaWithout(names: readonly string[]): GraphQLSchema {
  return names.length === 0 ? schema : buildSchema((document) => leaveOut(document, names));
}

function buildSchema(edit: (document: DocumentNode) => DocumentNode): GraphQLSchema {
  const official = edit(parse(readOfficial(), { noLocation: true }));
  const additions = parse(readFileSync(new URL('./additions.graphql', import.meta.url), 'utf8'));
  // The official text is valid by origin; checking it again would cost half a second of every start.
  const released = buildASTSchema(official, { assumeValid: true, assumeValidSDL: true });
  return extendSchema(released, concatAST([additions]), { assumeValid: true });
}

/** The package exports its program only; the text lies beside it. */
function readOfficial(): string {
  const manifest = findPackageJSON('@octokit/graphql-schema', import.meta.url);
  if (manifest === undefined) throw new Error('@octokit/graphql-schema is not installed. Run npm install.');
  return readFileSync(join(dirname(manifest), 'schema.graphql'), 'utf8');
}
