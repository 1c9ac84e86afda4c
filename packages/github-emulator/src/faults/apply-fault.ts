import { GitHubError, toErrorBody } from '../http/github-error.ts';
import { jsonAnswer, type Outgoing } from '../http/message.ts';
import type { AnswerFault } from './fault.ts';
import { mistype } from './mistype.ts';

const page =
  '<!DOCTYPE html>\n<html><head><title>Unicorn!</title></head><body><p>No server is available.</p></body></html>\n';

/** The answer as the fault spoils it; a spoiled one that is whole to HTTP has nothing to be asked for again by. */
export function applyFault(fault: AnswerFault, outgoing: Outgoing): Outgoing {
  const { body } = outgoing;
  const { etag: _etag, 'last-modified': _lastModified, ...headers } = outgoing.headers;
  switch (fault.kind) {
    case 'late':
      return outgoing;
    case 'reset':
      return { ...outgoing, isReset: true };
    case 'truncated':
      return { ...outgoing, breaksOff: 'at once' };
    case 'stalled':
      return { ...outgoing, breaksOff: 'late' };
    case 'wrong-types':
      return { ...outgoing, headers, body: mistype(body, fault.place) };
    case 'cut-off':
      return { ...outgoing, headers, body: body.slice(0, Math.floor(body.length / 2)) };
    case 'html':
      return toPage(200, headers);
    case 'status':
      return toStatus(fault, headers);
  }
}

function toStatus(fault: Extract<AnswerFault, { kind: 'status' }>, headers: Outgoing['headers']): Outgoing {
  if (fault.status === 502 || fault.status === 503) return toPage(fault.status, headers);
  const location: Record<string, string> = fault.location === undefined ? {} : { location: fault.location };
  const error = new GitHubError(
    fault.status,
    fault.status >= 500 ? 'Server Error' : 'Switched on by a fault',
  );
  return jsonAnswer(fault.status, toErrorBody(error), { ...headers, ...location });
}

function toPage(status: number, headers: Outgoing['headers']): Outgoing {
  return { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: page };
}
