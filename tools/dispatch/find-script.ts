import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Script =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** Finds `FOLDER/NAME.ROLE.ts` below `root`, or says which names there are. */
export function findScript(root: string, folder: string, role: string, name: string | undefined): Script {
  const names = globSync(`*.${role}.ts`, { cwd: join(root, folder) })
    .map((path) => basename(path, `.${role}.ts`))
    .toSorted();

  if (name !== undefined && names.includes(name)) {
    return { kind: 'found', path: join(root, folder, `${name}.${role}.ts`) };
  }
  const offer = names.length === 0 ? `${folder}/ holds none` : `there are: ${names.join(', ')}`;
  return {
    kind: 'unknown',
    message: name === undefined ? `Name one; ${offer}.` : `No ${role} is called ${name}; ${offer}.`,
  };
}
