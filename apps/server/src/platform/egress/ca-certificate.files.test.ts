import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeOwnAuthority } from '@throughline/github-emulator/own-authority.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEgress } from './create-egress.ts';
import { parseCaCertificate } from './parse-ca-certificate.ts';

const { authority, certificate } = await makeOwnAuthority(['github.acme.test', 'localhost']);

/** An Enterprise Server with a certificate of the company's own authority. Its key lives as long as the test. */
describe('a host with a certificate of its own authority', () => {
  const server = createServer({ ...certificate }, (_request, response) => response.end('{}'));
  let origin: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  const fetchWith = (caCertificate?: string, host = origin) =>
    createEgress({
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      allow: { loopbackOrigins: [host] },
    }).fetchFor({ origins: [host], ...(caCertificate !== undefined && { caCertificate }) })(host);

  test('is refused with the repair until that authority is given', async () => {
    await expect(fetchWith()).rejects.toMatchObject({
      code: 'github-unreachable',
      message: expect.stringContaining('paste the certificate of its authority'),
    });
  });

  test('is spoken to with it', async () => {
    await expect(fetchWith(parseCaCertificate(`\n${authority}\n`))).resolves.toMatchObject({ status: 200 });
  });

  test('is refused under another name, also with it', async () => {
    const other = origin.replace('localhost', 'github.other.test');

    await expect(fetchWith(authority, other)).rejects.toMatchObject({
      message: expect.stringContaining('for another name'),
    });
  });

  test('that speaks no TLS at all says so', async () => {
    const plain = await import('node:http').then((http) =>
      http.createServer((_request, response) => response.end()),
    );
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const host = `https://localhost:${(plain.address() as AddressInfo).port}`;

    await expect(fetchWith(undefined, host)).rejects.toMatchObject({
      message: expect.stringContaining('does not speak TLS'),
    });

    plain.close();
  });
});

describe('a pasted certificate', () => {
  test.each([
    'nonsense',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
  ])('that is none is refused: %j', (text) => {
    expect(() => parseCaCertificate(text)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  });

  test('is absent when the field is empty', () => {
    expect(parseCaCertificate('  ')).toBeUndefined();
    expect(parseCaCertificate(undefined)).toBeUndefined();
  });
});
