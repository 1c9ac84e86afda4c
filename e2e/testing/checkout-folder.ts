import { join } from 'node:path';

/** The folder that holds everything. */
export const checkoutFolder = join(import.meta.dirname, '../..');
