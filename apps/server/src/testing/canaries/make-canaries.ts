import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** Secrets that stand nowhere else in the world, one of each kind that the product gets to hold. */
export interface Canaries {
  readonly classicToken: string;
  readonly fineGrainedToken: string;
  readonly oauthToken: string;
  readonly installationToken: string;
  readonly longInstallationToken: string;
  readonly userToken: string;
  readonly refreshToken: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly clientSecret: string;
  readonly session: string;
  readonly apiKey: string;
}

export type CanaryKind = keyof Canaries;

/** As long as GitHub's and of its letters. */
const letters = (count: number): string =>
  Array.from(randomBytes(count), (byte) => (byte % 36).toString(36)).join('');

/** All but the two that the product makes itself. */
export function makeCanaries(): Omit<Canaries, 'session' | 'apiKey'> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    classicToken: `ghp_${letters(36)}`,
    fineGrainedToken: `github_pat_${letters(22)}_${letters(59)}`,
    oauthToken: `gho_${letters(36)}`,
    installationToken: `ghs_${letters(36)}`,
    longInstallationToken: `ghs_${letters(170)}.${letters(170)}.${letters(174)}`,
    userToken: `ghu_${letters(36)}`,
    refreshToken: `ghr_${letters(76)}`,
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    webhookSecret: letters(32),
    clientSecret: letters(40),
  };
}
