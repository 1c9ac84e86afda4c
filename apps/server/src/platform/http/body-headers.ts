import type { IncomingHttpHeaders } from 'node:http';

/**
 * What the headers say of the body: there is none, it is ours to read, or it is in a form we do not read. Only
 * `application/json`, letter by letter: every other spelling is a way for a page elsewhere to send what its browser
 * would not let it send, or for a validator and a parser to disagree.
 */
export function judgeBodyHeaders(headers: IncomingHttpHeaders): 'none' | 'json' | 'unsupported' {
  const type = headers['content-type'];
  if (headers['content-encoding'] !== undefined) return 'unsupported';
  if (type === 'application/json') return 'json';
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  return type === undefined && !hasBody ? 'none' : 'unsupported';
}
