import { parseArgs } from 'node:util';
import { runSeeds } from './run-seeds.ts';

/** `npm run faults -- [--seeds N] [--seed S]`: the fault programme, from seed 1 on or of one seed. */
const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });
const first = Number(values.seed ?? 1);
const count = Number(values.seeds ?? (values.seed === undefined ? 20 : 1));

if (Number.isInteger(first) && Number.isInteger(count) && first > 0 && count > 0) {
  const figures = await runSeeds({ first, count });
  console.log(JSON.stringify(figures));
  if (figures.differences + figures.offences > 0) process.exitCode = 1;
} else {
  console.error('--seeds and --seed are whole numbers above 0.');
  process.exitCode = 2;
}
