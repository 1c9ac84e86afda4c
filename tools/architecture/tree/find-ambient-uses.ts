import { type Expression, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

/** A place where a file asks the machine and not its arguments: `Date.now`, `new Date()`, `fetch`, `process`… */
export interface AmbientUse {
  readonly name: string;
  readonly line: number;
}

const ambientCalls = new Set([
  'Date',
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'fetch',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** Lists the ambient time, chance, network and environment that a file uses, in the order of its lines. */
export function findAmbientUses(file: SourceFile): AmbientUse[] {
  const uses: AmbientUse[] = [];
  const add = (name: string, offset: number) => uses.push({ name, line: file.lineAt(offset) });

  new Visitor({
    CallExpression: (node) => {
      const name = toName(node.callee);
      if (name !== undefined && ambientCalls.has(name)) add(name, node.start);
    },
    NewExpression: (node) => {
      if (toName(node.callee) === 'Date' && node.arguments.length === 0) add('new Date()', node.start);
    },
    MemberExpression: (node) => {
      if (toName(node.object) === 'process') add('process', node.start);
    },
  }).visit(file.program);

  return uses;
}

/** The dotted name of an identifier or of a member of one, without a leading `globalThis`. */
function toName(node: Expression | { type: 'Super' }): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const object = toName(node.object);
  if (object === undefined) return undefined;
  return object === 'globalThis' ? node.property.name : `${object}.${node.property.name}`;
}
