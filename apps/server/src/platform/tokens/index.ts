export { createKeyText, createToken, hashToken } from './token.ts';
