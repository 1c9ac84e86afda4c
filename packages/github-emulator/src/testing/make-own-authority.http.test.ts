import { request } from 'node:https';
import { expect, it } from 'vitest';
import { craftRepository } from '../sources/crafted/craft-repository.ts';
import { startEmulator } from '../start-emulator.ts';
import { makeOwnAuthority } from './make-own-authority.ts';

const own = await makeOwnAuthority();

const ask = (url: string, ca?: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { 'user-agent': 'test' }, ...(ca === undefined ? {} : { ca }) }, (response) => {
      resolve(response.resume().statusCode);
    })
      .on('error', reject)
      .end();
  });

it('speaks TLS to whoever trusts its authority', async () => {
  await using emulator = Object.assign(
    await startEmulator({
      shape: 'enterprise-server',
      sources: [craftRepository({ fullName: 'acme/api' })],
      certificate: own.certificate,
    }),
    { [Symbol.asyncDispose]: () => emulator.close() },
  );

  expect(emulator.restUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/api\/v3$/);
  expect(await ask(`${emulator.restUrl}/meta`, own.authority)).toBe(200);
  await expect(ask(`${emulator.restUrl}/meta`)).rejects.toThrow('unable to verify the first certificate');
});
