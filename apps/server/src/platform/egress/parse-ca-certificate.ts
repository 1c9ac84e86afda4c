import { X509Certificate } from 'node:crypto';
import { AppError } from '../errors/index.ts';

/** A certificate authority as PEM, one or several certificates; undefined for an empty field. Throws `input-invalid`. */
export function parseCaCertificate(text: string | undefined): string | undefined {
  const pem = text?.trim() ?? '';
  if (pem === '') return undefined;
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > 0 && blocks.every(isCertificate)) return blocks.join('\n');
  throw new AppError(
    'input-invalid',
    'This is not a certificate in PEM form. Paste the text that begins with "-----BEGIN CERTIFICATE-----".',
    { fields: { caCertificate: 'Paste a certificate in PEM form.' } },
  );
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).subject !== undefined;
  } catch {
    return false;
  }
}
