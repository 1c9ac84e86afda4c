export { createPasswordHasher, type PasswordHasher, type Verdict } from './password-hasher.ts';
