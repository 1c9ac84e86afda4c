interface Part {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly kept: string;
  readonly batches: AsyncIterable<readonly unknown[]>;
}

interface About {
  readonly writtenAt: Date;
  readonly repositories: number;
}

/** Everything about somebody as one JSON text, piece by piece: no more than a batch is ever held. */
export async function* toMyDataFile(
  parts: readonly Part[],
  { writtenAt, repositories }: About,
): AsyncGenerator<string, void, undefined> {
  const note = `What Throughline stores about you, in the ${repositories} repositories you can see.`;
  yield `{\n"note": ${JSON.stringify(note)},\n"writtenAt": ${JSON.stringify(writtenAt)},\n"kinds": [`;
  let between = '\n';
  for (const { id, name, what, kept, batches } of parts) {
    yield `${between}{"id": ${JSON.stringify(id)}, "name": ${JSON.stringify(name)}, "what": ${JSON.stringify(what)}, "kept": ${JSON.stringify(kept)}, "rows": [`;
    yield* toRows(batches);
    yield ']}';
    between = ',\n';
  }
  yield '\n]}\n';
}

async function* toRows(batches: AsyncIterable<readonly unknown[]>): AsyncGenerator<string, void, undefined> {
  let between = '\n';
  for await (const batch of batches) {
    yield between + batch.map((row) => JSON.stringify(row)).join(',\n');
    between = ',\n';
  }
}
