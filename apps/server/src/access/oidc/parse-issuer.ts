import { AppError } from '../../platform/errors/index.ts';

/**
 * A provider's issuer as it must come back in `iss`, letter by letter. Throws `input-invalid` for what no provider can
 * be: another scheme than https (but for what the operator opened on this machine), a query, a part, a password.
 */
export function parseIssuer(text: string, loopbackOrigins: readonly string[]): string {
  const url = URL.parse(text);
  const isSafe = url?.protocol === 'https:' || loopbackOrigins.includes(url?.origin ?? '');
  const isPlain = url !== null && url.username === '' && url.password === '' && !/[?#*\\\s]/.test(text);
  if (isSafe && isPlain) return text;
  const problem =
    'Enter the provider’s issuer, such as https://login.example.com or https://example.com/realms/main.';
  throw new AppError('input-invalid', problem, { fields: { issuer: problem } });
}
