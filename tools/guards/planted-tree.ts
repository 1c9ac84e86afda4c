import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small checkout of its own, with the real configuration and the installed packages, for a violation to be planted in. */
export interface PlantedTree extends Disposable {
  readonly root: string;
}

export interface Planting {
  /** The checkout whose configuration and packages are taken. */
  readonly from: string;
  /** Files taken over as they are, by path. */
  readonly copied: readonly string[];
  /** Files written, by path. */
  readonly written: Readonly<Record<string, string>>;
}

/** Makes the tree in the folder for temporary files; it is removed when disposed of. */
export function plantTree({ from, copied, written }: Planting): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'throughline-guard-'));
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
  for (const path of copied) cpSync(join(from, path), join(root, path), { recursive: true });
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
