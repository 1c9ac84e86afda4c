import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that everything else comes out of the cache.
enableCompileCache();
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
