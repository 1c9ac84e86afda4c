import { expect, test } from 'vitest';
import { toPlain } from './plain-text.ts';

test.each([
  ['\u001b[2J\u001b[31macme', '[2J[31macme'],
  ['a\u009b31mb', 'a31mb'],
  ['\u001b]8;;https://evil.example\u0007click', ']8;;https://evil.exampleclick'],
  ['one\r\ntwo\tthree\u2028four', 'one two three four'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['Привет 支払い 👩‍👩‍👧', 'Привет 支払い 👩‍👩‍👧'],
])('%j is told as %j', (text, told) => {
  expect(toPlain(text)).toBe(told);
});
