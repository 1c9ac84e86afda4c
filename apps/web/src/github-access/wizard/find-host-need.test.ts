import { expect, it } from 'vitest';
import { findHostNeed } from './find-host-need.ts';

it.each([
  'github.example.com',
  'https://github.example.com',
  'https://github.example.com:8443/',
  'acme.ghe.com',
])('takes %s', (address) => {
  expect(findHostNeed(address)).toBeUndefined();
});

it.each([
  ['', 'Enter the address, such as github.example.com.'],
  ['   ', 'Enter the address, such as github.example.com.'],
  ['git hub', 'This is not an address. Enter a name such as github.example.com.'],
  ['ftp://github.example.com', 'Enter an address that begins with https://.'],
  [
    'https://me:secret@github.example.com',
    'Leave names and passwords out of the address; the token comes next.',
  ],
  ['https://github.example.com/?a=b', 'Enter only the host, such as github.example.com.'],
])('says what "%s" needs', (address, need) => {
  expect(findHostNeed(address)).toBe(need);
});
