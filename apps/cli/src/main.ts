#!/usr/bin/env node
import module from 'node:module';

// Before anything else is loaded, so that everything else comes out of the cache; Node 20 has none.
if ('enableCompileCache' in module) module.enableCompileCache();
const { openWorld } = await import('./open-world.ts');
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2), openWorld());
