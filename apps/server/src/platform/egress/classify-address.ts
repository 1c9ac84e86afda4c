import { isIPv4, isIPv6 } from 'node:net';
import { type AddressClass, addressRanges, embeddings } from './address-ranges.data.ts';

interface Bits {
  readonly family: 4 | 6;
  readonly value: bigint;
}

interface Range extends Bits {
  readonly shift: bigint;
}

const ranges = addressRanges.map(([text, kind]) => ({ range: toRange(text), kind }));
const wrappings = embeddings.map(([text, bitsAfter]) => ({ range: toRange(text), bitsAfter }));

/** What a textual IP address is; anything that is none is `reserved`, so that it is refused. */
export function classifyAddress(address: string): AddressClass {
  const bits = toBits(address);
  if (bits === undefined) return 'reserved';
  const kind = classifyBits(bits);
  if (kind === 'unspecified' || kind === 'loopback') return kind;
  const inner = findEmbedded(bits);
  if (inner === undefined) return kind;
  return classifyBits(inner) === 'public' ? 'public' : 'embedded';
}

const classifyBits = (bits: Bits): AddressClass =>
  ranges.find(({ range }) => contains(range, bits))?.kind ?? 'reserved';

function findEmbedded(bits: Bits): Bits | undefined {
  const wrapping = wrappings.find(({ range }) => contains(range, bits));
  if (wrapping === undefined) return undefined;
  return { family: 4, value: (bits.value >> wrapping.bitsAfter) & 0xffff_ffffn };
}

const contains = (range: Range, bits: Bits): boolean =>
  range.family === bits.family && range.value >> range.shift === bits.value >> range.shift;

function toRange(text: string): Range {
  const [address = '', length = ''] = text.split('/');
  const bits = toBits(address);
  if (bits === undefined) throw new RangeError(`${text} is no address range.`);
  return { ...bits, shift: BigInt(bits.family === 4 ? 32 : 128) - BigInt(length) };
}

function toBits(address: string): Bits | undefined {
  if (isIPv4(address)) return { family: 4, value: toIPv4Value(address) };
  if (isIPv6(address) && !address.includes('%')) return { family: 6, value: toIPv6Value(address) };
  return undefined;
}

function toIPv4Value(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function toIPv6Value(address: string): bigint {
  const [head = '', tail] = address.split('::');
  const before = toGroups(head);
  const after = tail === undefined ? [] : toGroups(tail);
  const gap = Array.from({ length: 8 - before.length - after.length }, () => 0n);
  return [...before, ...gap, ...after].reduce((value, group) => (value << 16n) | group, 0n);
}

/** Sixteen-bit groups; a dotted IPv4 tail counts as two. */
function toGroups(text: string): bigint[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)];
    const value = toIPv4Value(group);
    return [value >> 16n, value & 0xffffn];
  });
}
