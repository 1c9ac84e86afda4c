const keywords = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+#(\d+)\b/gi;

/** Numbers a text says it closes, by GitHub's keywords; each once, in the order written. */
export function findClosingReferences(text: string | undefined): readonly number[] {
  return [...new Set(Array.from((text ?? '').matchAll(keywords), (match) => Number(match[1])))];
}
