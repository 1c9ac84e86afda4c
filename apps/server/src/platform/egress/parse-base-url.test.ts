import { describe, expect, test } from 'vitest';
import { parseBaseUrl } from './parse-base-url.ts';

describe('what a person types as a host', () => {
  test.each([
    ['github.com', 'https://github.com'],
    ['  GitHub.com ', 'https://github.com'],
    ['https://github.com/', 'https://github.com'],
    ['www.github.com', 'https://github.com'],
    ['api.github.com', 'https://github.com'],
    ['https://github.acme.com', 'https://github.acme.com'],
    ['HTTPS://GITHUB.ACME.COM:443/', 'https://github.acme.com'],
    ['acme.ghe.com', 'https://acme.ghe.com'],
    ['api.acme.ghe.com', 'https://acme.ghe.com'],
    ['git-01.intra', 'https://git-01.intra'],
    ['intranet', 'https://intranet'],
    ['10.1.2.3', 'https://10.1.2.3'],
    ['xn--gthub-n4a.com', 'https://xn--gthub-n4a.com'],
  ])('%j is %s', (typed, expected) => {
    expect(parseBaseUrl(typed)).toBe(expected);
  });

  test.each([
    ['', 'not a host'],
    ['   ', 'not a host'],
    ['http://github.com', 'https only'],
    ['ftp://github.com', 'https only'],
    ['file:///etc/passwd', 'not a host'],
    ['gopher://127.0.0.1:70/', 'https only'],
    ['javascript:alert(1)', 'not a host'],
    ['https://github.acme.com/api/v3', 'Leave off /api/v3'],
    ['github.com/acme/api', 'Leave off /acme/api'],
    ['github.com?x=1', 'Leave off ?x=1'],
    ['github.com#x', 'Leave off #x'],
    ['github.acme.com:8443', 'port 8443'],
    ['github.com:22', 'port 22'],
    ['https://octocat:hunter2@github.com', 'not a host'],
    ['https://github.com@evil.example', 'not a host'],
    ['https:\\\\github.com', 'not a host'],
    ['github.com\\@evil.example', 'not a host'],
    ['git\thub.com', 'not a host'],
    ['git\nhub.com', 'not a host'],
    ['git hub.com', 'not a host'],
    ['github.com.', 'not a host'],
    ['.github.com', 'not a host'],
    ['git..hub.com', 'not a host'],
    ['-github.com', 'not a host'],
    ['github。com', 'not a host'],
    ['127。0。0。1', 'not a host'],
    ['①②⑦.⓪.⓪.①', 'not a host'],
    ['gıthub.com', 'not a host'],
    ['2130706433', 'not a host'],
    ['0x7f000001', 'not a host'],
    ['0x7f.0.0.1', 'not a host'],
    ['017700000001', 'not a host'],
    ['0177.0.0.1', 'not a host'],
    ['127.1', 'not a host'],
    ['127.0.1', 'not a host'],
    ['1.2.3.4.5', 'not a host'],
    ['256.256.256.256', 'not a host'],
    ['[::1]', 'not a host'],
    ['https://[fe80::1%25eth0]/', 'not a host'],
    ['%31%32%37.0.0.1', 'not a host'],
    [`${'a'.repeat(64)}.com`, 'not a host'],
    [`${'a.'.repeat(130)}com`, 'not a host'],
  ])('%j is refused: %s', (typed, why) => {
    expect(() => parseBaseUrl(typed)).toThrow(
      expect.objectContaining({
        code: 'address-malformed',
        message: expect.stringContaining(why.replace('not a host', 'not a host’s')),
      }),
    );
  });

  test.each([
    'localhost',
    'https://LOCALHOST/',
    'a.localhost',
    '127.0.0.1',
    '0.0.0.0',
    '169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
  ])('%s is refused for where it leads', (typed) => {
    expect(() => parseBaseUrl(typed)).toThrow(expect.objectContaining({ code: 'address-refused' }));
  });

  test('never comes back with the password that was in it', () => {
    expect(() => parseBaseUrl('https://octocat:hunter2@github.com')).not.toThrow('hunter2');
  });

  test('never comes back with a token that was pasted in its place', () => {
    const token = 'ghp_q8Zr5Ks1Vt0XwYbN3mLc7HdJf2Ge9PuAoRiT';

    expect(() => parseBaseUrl(token)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('q8Zr5Ks1Vt0X') }),
    );
  });

  test('may be a loopback origin that the operator opened, and only that one', () => {
    const loopbackOrigins = ['http://127.0.0.1:4100'];

    expect(parseBaseUrl('http://127.0.0.1:4100/', { loopbackOrigins })).toBe('http://127.0.0.1:4100');
    expect(() => parseBaseUrl('http://127.0.0.1:4101', { loopbackOrigins })).toThrow();
  });
});
