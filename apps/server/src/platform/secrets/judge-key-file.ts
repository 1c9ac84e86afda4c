import { attention, broken, type Finding, ok } from '../checks/index.ts';

/** What the file system tells of the key file. */
export type KeyFileLook =
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly mode: number; readonly bytes: number };

const othersMode = 0o077;

/** Whether the key file is there and its owner's alone. `path` is shown: it is no secret. */
export function judgeKeyFile(look: KeyFileLook, path: string): Finding {
  if (look.kind === 'missing' || look.bytes === 0) {
    return broken({
      proof: `Looked for ${path}: ${look.kind === 'missing' ? 'it is not there' : 'it is empty'}.`,
      consequence: 'At the next start no stored credential can be opened.',
      repair: { text: 'Put the key file back from where you keep a copy, before the next start.' },
    });
  }
  const rights = (look.mode & 0o777).toString(8).padStart(4, '0');
  if ((look.mode & othersMode) !== 0) {
    return attention({
      proof: `${path} has the rights ${rights}.`,
      consequence: 'Others on this machine may read the key that opens every stored credential.',
      repair: { text: `Run chmod 600 ${path}.` },
    });
  }
  return ok(`${path} is there, with the rights ${rights}. Keep a copy of it apart from the database’s.`);
}
