import { parseArgs } from 'node:util';
import { inspectHouse } from './inspect-house.ts';
import { readHouse } from './tree/read-house.ts';

const { values } = parseArgs({ options: { root: { type: 'string', default: process.cwd() } } });
const { findings, filesRead } = inspectHouse(await readHouse(values.root));

for (const { path, line, rule, message } of findings) console.error(`${path}:${line}  ${rule}  ${message}`);
console.log(`${filesRead} files read, ${findings.length} findings`);

if (findings.length > 0 || filesRead === 0) process.exitCode = 1;
