import { enableCompileCache } from 'node:module';

enableCompileCache();

const { parseArguments, usage } = await import('./parse-arguments.ts');
const { runEmulator } = await import('./run-emulator.ts');

try {
  const options = parseArguments(process.argv.slice(2));
  if (options.help) console.log(usage);
  else await runEmulator(options, (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${usage}`);
  process.exitCode = 1;
}
