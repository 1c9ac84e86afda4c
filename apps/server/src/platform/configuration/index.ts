export { checkoutFolder, databaseFolder } from './checkout.ts';
export { type Configuration, parseConfiguration } from './configuration.ts';
export { publicAddressChecks } from './public-address.checks.ts';
