import { readFile } from 'node:fs/promises';
import { schema as official } from '@octokit/graphql-schema';
import { buildSchema } from 'graphql';
import { readHouse } from './architecture/tree/read-house.ts';
import { checkQueries, type NamedSchema } from './queries/check-queries.ts';
import { listQueries } from './queries/list-queries.ts';

/** A second schema beside the official one: a newer one, or an Enterprise Server's. */
const schemaPath = process.env['THROUGHLINE_GITHUB_SCHEMA'];

const queries = listQueries(await readHouse(process.cwd()));
const schemas = queries.length === 0 ? [] : await readSchemas();
const findings = checkQueries(queries, schemas);

for (const { path, line, message } of findings) console.error(`${path}:${line}  ${message}`);
console.log(`${queries.length} queries against ${schemas.length} schemas, ${findings.length} findings`);
if (findings.length > 0) process.exitCode = 1;

async function readSchemas(): Promise<NamedSchema[]> {
  const first = toNamedSchema('@octokit/graphql-schema', official.idl);
  if (schemaPath === undefined) return [first];
  return [first, toNamedSchema(schemaPath, await readFile(schemaPath, 'utf8'))];
}

function toNamedSchema(name: string, text: string): NamedSchema {
  return { name, schema: buildSchema(text, { assumeValid: true }) };
}
