interface Unread {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/**
 * Reads a good answer's body, which Octokit was told to leave. Its own parser calls back for every value, to look for
 * integers beyond 2^53: a quarter of a worker's time. GitHub sends as text the ids that may grow so large. What is not
 * JSON stays text; a body that breaks off is empty.
 */
export async function readBody<Answer extends Unread>(answer: Answer): Promise<Answer> {
  const { data, headers } = answer;
  if (data !== null && !(data instanceof ReadableStream)) return answer;
  const text = await new Response(data).text().catch(() => '');
  return { ...answer, data: isJson(headers['content-type']) ? parseJson(text) : text };
}

const isJson = (contentType: unknown): boolean =>
  typeof contentType === 'string' && contentType.toLowerCase().startsWith('application/json');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
