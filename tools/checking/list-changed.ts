import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../running/run-program.ts';

const questions = [
  ['diff', '--name-only', '--diff-filter=d', 'HEAD'],
  ['ls-files', '--others', '--exclude-standard'],
];

/** Lists the files of TypeScript that differ from the last commit or are new, as paths relative to `root`. */
export async function listChanged(root: string): Promise<string[]> {
  const answers = await Promise.all(
    questions.map((question) => runProgram({ command: 'git', arguments: question }, { root })),
  );
  return answers
    .filter(({ exitCode }) => exitCode === 0)
    .flatMap(({ output }) => output.split('\n'))
    .filter((path) => /\.tsx?$/.test(path) && existsSync(join(root, path)));
}
