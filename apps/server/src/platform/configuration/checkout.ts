import { join } from 'node:path';

/** The folder that holds everything: what `git clone` made. */
export const checkoutFolder: string = join(import.meta.dirname, '../../../../..');

/** Migrations and views. */
export const databaseFolder: string = join(checkoutFolder, 'db');
