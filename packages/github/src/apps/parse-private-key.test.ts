import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parsePrivateKey } from './parse-private-key.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' });
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' });
const locked = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

describe('a private key that was pasted', () => {
  it.each([
    ['as GitHub gives it', pkcs1],
    ['as PKCS#8', pkcs8],
    ['with line ends of Windows', pkcs1.replaceAll('\n', '\r\n')],
    ['on one line', pkcs1.replaceAll('\n', ' ')],
    ['with line ends written out', pkcs1.replaceAll('\n', String.raw`\n`)],
    ['with a certificate before it', `-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n${pkcs8}`],
  ])('%s is the same key', (_, text) => {
    expect(parsePrivateKey(text)).toEqual({ kind: 'key', pem: pkcs8 });
  });

  it.each([
    ['nothing', '  \n', 'empty'],
    ['encrypted, PKCS#8', privateKey.export({ type: 'pkcs8', ...locked }), 'encrypted'],
    ['encrypted, PKCS#1', privateKey.export({ type: 'pkcs1', ...locked }), 'encrypted'],
    ['cut off at its end', pkcs1.slice(0, 900), 'cut-off'],
    ['cut off at its beginning', pkcs1.slice(900), 'cut-off'],
    ['cut off in its middle', pkcs1.slice(0, 500) + pkcs1.slice(800), 'cut-off'],
    ['a public key', createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }), 'public-key'],
    ['a public key of SSH', 'ssh-rsa AAAAB3NzaC1yc2E= ada@example.com', 'public-key'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----', 'certificate'],
    ['of another kind', elliptic.export({ type: 'pkcs8', format: 'pem' }), 'other-kind'],
    ['of SSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----', 'other-kind'],
    ['a client secret', '0123456789abcdef0123456789abcdef01234567', 'not-a-key'],
  ])('%s is refused, by what is wrong with it', (_, text, problem) => {
    expect(parsePrivateKey(text)).toEqual({ kind: 'refused', problem });
  });
});
