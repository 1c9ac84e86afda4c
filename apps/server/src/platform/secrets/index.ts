export { parseKeyRing } from './key-ring.ts';
export { openSecretBox } from './open-secret-box.ts';
export { createSecretBox, type SealedPlace, type SecretBox } from './secret-box.ts';
