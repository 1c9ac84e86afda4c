export { giveUpLostKeys } from './give-up-lost-keys.ts';
export { keyFileChecks } from './key-file.checks.ts';
export { parseKeyRing } from './key-ring.ts';
export { openSecretBox } from './open-secret-box.ts';
export { rotateKeys } from './rotate-keys.ts';
export type { SealedColumn } from './sealed-column.ts';
export { createSecretBox, type SealedPlace, type SecretBox } from './secret-box.ts';
