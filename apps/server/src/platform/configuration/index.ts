export { checkoutFolder, databaseFolder } from './checkout.ts';
export { type Configuration, parseConfiguration } from './configuration.ts';
