import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isBench, isSize } from './dispatch/bench.ts';
import { findScript } from './dispatch/find-script.ts';

/** `npm run bench -- NAME [--size small|full] [--json]`: measures, and with `--json` ends with one line of JSON. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: 'small' }, json: { type: 'boolean', default: false } },
});

const [name] = positionals;
const script = findScript(process.cwd(), 'bench', 'bench', name);
if (script.kind === 'unknown') refuse(script.message);
else if (!isSize(values.size)) refuse(`--size is small or full, not ${values.size}.`);
else {
  const module: unknown = await import(pathToFileURL(script.path).href);
  if (!isBench(module)) refuse(`${script.path} exports no function measure(size).`);
  else {
    const figures = await module.measure(values.size);
    for (const [figure, value] of Object.entries(figures)) console.log(`${figure.padEnd(24)} ${value}`);
    const line = { name, size: values.size, cores: availableParallelism(), figures };
    if (values.json) console.log(JSON.stringify(line));
  }
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
