import { describe, expect, test } from 'vitest';
import { isFromOwnPage } from './own-page.ts';

const publicUrl = new URL('https://throughline.example.com');
const host = '127.0.0.1:8080';

describe('a request comes from our own page', () => {
  test.each([
    [{ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, undefined],
    [{ host, origin: `http://${host}` }, undefined],
    [{ host }, undefined],
    [{ host: publicUrl.host, origin: publicUrl.origin, 'sec-fetch-site': 'same-origin' }, publicUrl],
    [{ host, origin: publicUrl.origin }, publicUrl],
  ])('with %j', (headers, url) => expect(isFromOwnPage(headers, url)).toBe(true));
});

describe('a request does not come from our own page', () => {
  test.each([
    [{ host, origin: 'https://evil.example' }, undefined],
    [{ host, origin: 'null' }, undefined],
    [{ host, origin: '' }, undefined],
    [{ host, origin: `https://${host}` }, undefined],
    [{ host, origin: 'http://127.0.0.1:9999' }, undefined],
    [{ host, origin: 'http://localhost:8080' }, undefined],
    [{ host, origin: `http://${host}.evil.example` }, undefined],
    [{ host, 'sec-fetch-site': 'cross-site' }, undefined],
    [{ host, 'sec-fetch-site': 'same-site' }, undefined],
    [{ host, 'sec-fetch-site': 'none' }, undefined],
    [{ host, origin: `http://${host}`, 'sec-fetch-site': 'cross-site' }, undefined],
    [{ host: publicUrl.host, origin: 'https://sibling.example.com' }, publicUrl],
    [{ host: publicUrl.host, origin: 'http://throughline.example.com' }, publicUrl],
    [{ host: 'evil.example', origin: 'http://evil.example' }, publicUrl],
  ])('with %j', (headers, url) => expect(isFromOwnPage(headers, url)).toBe(false));
});
