import { expect, it } from 'vitest';
import { toMyDataFile } from './my-data-file.ts';

async function* batchesOf(...batches: readonly (readonly unknown[])[]) {
  yield* batches;
}

it('writes one JSON text out of batches, empty ones and hostile texts included', async () => {
  const facts = { name: 'n', what: 'w', kept: 'k' };
  const texts = toMyDataFile(
    [
      { ...facts, id: 'none', batches: batchesOf() },
      { ...facts, id: 'some', batches: batchesOf([{ title: '"],\n</script>' }, 2], [3]) },
    ],
    { writtenAt: new Date('2026-11-21T12:00:00Z'), repositories: 3 },
  );

  const parsed: unknown = JSON.parse((await Array.fromAsync(texts)).join(''));

  expect(parsed).toMatchObject({
    writtenAt: '2026-11-21T12:00:00.000Z',
    kinds: [
      { id: 'none', rows: [] },
      { id: 'some', rows: [{ title: '"],\n</script>' }, 2, 3] },
    ],
  });
});
