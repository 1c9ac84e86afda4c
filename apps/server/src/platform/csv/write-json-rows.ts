/** Rows as one JSON list, a text for each batch of them: no more than one batch is ever held. */
export async function* writeJsonRows(
  batches: AsyncIterable<readonly object[]>,
): AsyncGenerator<string, void, undefined> {
  let before = '[\n';
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield `${before}${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
