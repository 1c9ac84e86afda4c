import { GitHubError } from '../http/github-error.ts';
import type { GraphqlContext } from './context.ts';

/** Refuses, and counts, arguments whose effect is not emulated rather than ignoring them. */
export function refuseArguments(
  { emulator }: GraphqlContext,
  field: string,
  args: object,
  unserved: readonly string[],
): void {
  const given = unserved.filter((name) => {
    const value: unknown = Reflect.get(args, name);
    return value !== undefined && value !== null;
  });
  if (given.length === 0) return;
  for (const name of given) emulator.unserved.count(`${field}(${name}:)`);
  throw new GitHubError(200, `The argument ${given.join(', ')} of '${field}' is not emulated.`, {
    graphqlType: 'EMULATOR_UNSERVED',
  });
}
