import { expect, test } from 'vitest';
import { judgePublicAddress } from './judge-public-address.ts';

test.each([
  ['127.0.0.1', undefined, 'ok'],
  ['localhost', undefined, 'ok'],
  ['::1', undefined, 'ok'],
  ['0.0.0.0', undefined, 'attention'],
  ['0.0.0.0', 'https://throughline.example.com', 'ok'],
  ['0.0.0.0', 'http://throughline.example.com', 'attention'],
])('listening on %s with the address %s is %s', (host, address, verdict) => {
  const publicUrl = address === undefined ? undefined : new URL(address);

  expect(judgePublicAddress({ host, publicUrl }).verdict).toBe(verdict);
});
