export { createWatch, type Watch } from './create-watch.ts';
