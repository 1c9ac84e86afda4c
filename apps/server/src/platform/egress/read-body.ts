import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** What undici's `request` gives for a body. */
export type BodyPieces = AsyncIterable<Uint8Array>;

const decoders: Readonly<
  Record<string, (input: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Uint8Array, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

/** A body in more than `maxBytes`, before or after decompression. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * The whole decompressed body. Unlike `fetch`, which hands on what it got of a cut-off gzip stream, this rejects
 * when the stream does not end as its format demands.
 */
export async function readBody(
  body: BodyPieces,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > maxBytes) throw new BodyTooLarge();
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces, size);
  const decode = decoders[encoding ?? ''];
  if (decode === undefined || size === 0) return bytes;
  try {
    return await decode(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw new BodyTooLarge();
    throw error;
  }
}
