import { inspectHouse } from './inspect-house.ts';
import { readHouse } from './tree/read-house.ts';

const { findings, filesRead } = inspectHouse(await readHouse(process.cwd()));

for (const { path, line, rule, message } of findings) console.error(`${path}:${line}  ${rule}  ${message}`);
console.log(`${filesRead} files read, ${findings.length} findings`);

if (findings.length > 0 || filesRead === 0) process.exitCode = 1;
