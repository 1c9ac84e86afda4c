export { loadKeyRing } from './key-file.ts';
export { type Key, type KeyRing, parseKeyRing } from './key-ring.ts';
export { openSecretBox } from './open-secret-box.ts';
export { createSecretBox, type SealedPlace, type SecretBox } from './secret-box.ts';
export { checkKeys, hasSealedData } from './secrets.sql.ts';
