export { createToken, hashToken } from './token.ts';
