import type { TextPiece } from '../tree/constant-text.ts';
import type { House } from '../tree/house.ts';
import { listTexts, type WrittenText } from '../tree/list-texts.ts';
import type { SourceFile } from '../tree/source-file.ts';
import { type Parsed, parseStatements } from './parse-statements.ts';
import { stripSql } from './strip-sql.ts';

type Hole = Extract<TextPiece, { kind: 'hole' }>;

/** SQL found in a file of TypeScript. A fragment is a part of a statement that is put together at run time. */
export interface WrittenSql {
  readonly kind: 'statement' | 'fragment';
  readonly line: number;
  /** The text with a harmless name in place of each hole. */
  readonly text: string;
  readonly holes: readonly Hole[];
  readonly parsed: Parsed;
}

const statementStart =
  /^\s*(select|with|insert into|update|delete from|truncate|create|alter|drop|lock|copy|merge into|values|listen|notify|refresh|analyze|vacuum|set (local|session)|begin|commit|rollback|savepoint)\b/i;
const fragmentStart =
  /^\s*,?\s*(from|(left |inner |cross |full |right )?join|where|and|or|order by|group by|having|limit|on conflict|returning|union|exists|lateral|for update)\b/;

/** Lists the SQL that a file writes. */
export function listWrittenSql(house: House, file: SourceFile): WrittenSql[] {
  return listTexts(house, file)
    .map(toWrittenSql)
    .filter((sql) => sql !== undefined);
}

function toWrittenSql(written: WrittenText): WrittenSql | undefined {
  const first = written.pieces[0];
  if (first?.kind !== 'text') return undefined;
  const kind = findKind(stripComments(first.text));
  if (kind === undefined) return undefined;

  const holes = written.pieces.filter((piece) => piece.kind === 'hole');
  return { kind, line: written.line, holes, ...fillHoles(written) };
}

/** A sentence begins with a capital; SQL is written in one case, be it the wrong one. */
function findKind(text: string): WrittenSql['kind'] | undefined {
  const start = statementStart.exec(text)?.[0].trim();
  if (start !== undefined && [start.toLowerCase(), start.toUpperCase()].includes(start)) return 'statement';
  return fragmentStart.test(text) ? 'fragment' : undefined;
}

/**
 * A hole may stand for a name, a condition, a whole clause or a table. The first filling that parses is taken;
 * all holes of a text get the same, and the last answer is kept when none does.
 */
function fillHoles({ pieces }: WrittenText): { text: string; parsed: Parsed } {
  const fillings = ['hole', '', 'true', '(select 1)', 'join hole on true', 'and true', 'order by 1'];
  const hasHoles = pieces.some(({ kind }) => kind === 'hole');

  let last: { text: string; parsed: Parsed } | undefined;
  for (const filling of hasHoles ? fillings : ['']) {
    const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : ` ${filling} `)).join('');
    last = { text, parsed: parseStatements(text) };
    if (last.parsed.kind === 'statements') return last;
  }
  return last ?? { text: '', parsed: parseStatements('') };
}

function stripComments(text: string): string {
  return stripSql(text).trimStart();
}
