import { expect, test } from 'vitest';
import { toFileText } from './to-file-text.ts';

const toBytes = (...bytes: readonly number[]): ArrayBuffer => new Uint8Array(bytes).buffer;

test.each([
  ['UTF-8 with its mark', toBytes(0xef, 0xbb, 0xbf, 0xc3, 0x96), 'Ö'],
  ['UTF-16', toBytes(0xff, 0xfe, 0xd6, 0x00), 'Ö'],
  ['UTF-16, the other way round', toBytes(0xfe, 0xff, 0x00, 0xd6), 'Ö'],
  ['windows-1252', toBytes(0xd6, 0x7a), 'Öz'],
])('a file in %s is read', (_, bytes, text) => {
  expect(toFileText(bytes)).toBe(text);
});
