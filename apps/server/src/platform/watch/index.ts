export { createWatch } from './create-watch.ts';
