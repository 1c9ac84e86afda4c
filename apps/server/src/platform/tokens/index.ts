export { createToken, hashToken, type Token } from './token.ts';
