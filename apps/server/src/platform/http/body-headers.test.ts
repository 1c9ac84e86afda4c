import { describe, expect, test } from 'vitest';
import { judgeBodyHeaders } from './body-headers.ts';
import { oddContentTypes } from './testing/odd-content-types.data.ts';

describe('a body', () => {
  test('is read as JSON by its one name', () =>
    expect(judgeBodyHeaders({ 'content-type': 'application/json', 'content-length': '2' })).toBe('json'));

  test.each(oddContentTypes)('is not read as %j', (type) =>
    expect(judgeBodyHeaders({ 'content-type': type, 'content-length': '2' })).toBe('unsupported'),
  );

  test.each(oddContentTypes)('of no length is not taken for none as %j', (type) =>
    expect(judgeBodyHeaders({ 'content-type': type, 'content-length': '0' })).toBe('unsupported'),
  );

  test.each([
    { 'content-length': '2' },
    { 'transfer-encoding': 'chunked' },
    { 'content-type': '', 'content-length': '0' },
  ])('without a name is not read: %j', (headers) => expect(judgeBodyHeaders(headers)).toBe('unsupported'));

  test('that is compressed is not read', () =>
    expect(judgeBodyHeaders({ 'content-type': 'application/json', 'content-encoding': 'gzip' })).toBe(
      'unsupported',
    ));

  test.each([{}, { 'content-length': '0' }])('may be absent: %j', (headers) =>
    expect(judgeBodyHeaders(headers)).toBe('none'),
  );
});
