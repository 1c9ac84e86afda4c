import type { House } from '../architecture/tree/house.ts';
import { listTexts } from '../architecture/tree/list-texts.ts';

/** A GraphQL document as the code will send it, fragments included. */
export interface WrittenQuery {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** True when a part is only known at run time, so that nobody can tell what is sent. */
  readonly hasHoles: boolean;
}

/** Lists the operations that the files of `packages/github` write. A fragment is read within the operations it serves. */
export function listQueries(house: House): WrittenQuery[] {
  return [...house.files.values()]
    .filter(({ path }) => path.startsWith('packages/github/src/') && !path.endsWith('.test.ts'))
    .flatMap((file) =>
      listTexts(house, file).map(({ pieces, line }) => ({
        path: file.path,
        line,
        text: pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''),
        hasHoles: pieces.some(({ kind }) => kind === 'hole'),
      })),
    )
    .filter(({ text }) => /^\s*(#[^\n]*\s+)*(query|mutation|subscription)\b[^{]*\{/.test(text));
}
