import { type Call, search } from '@throughline/contract';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { isNotFound } from '../failures/name-missing.ts';
import { toPlain } from '../text/plain-text.ts';

/** More than these tell nobody apart. */
const candidates = 10;

/**
 * Asks for a person's page by the name in its address, and where there is none of it, by the name or login that is theirs
 * alone. Whose page is not open to the asker and who does not exist look alike.
 */
export async function askPerson<Answer>(
  call: Call,
  name: string,
  ask: (slug: string) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask(name);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const slug = name === 'me' ? undefined : await findSlug(call, name);
    if (slug === undefined) throw nobody(name);
    return ask(slug).catch((later: unknown) => {
      throw isNotFound(later) ? nobody(name) : later;
    });
  }
}

async function findSlug(call: Call, name: string): Promise<string | undefined> {
  const { groups } = await call(search, { query: { q: name, limit: candidates } });
  const people = groups.flatMap(({ kind, hits }) => (kind === 'person' ? hits : []));
  const same = people.filter(({ title }) => title.toLowerCase() === name.toLowerCase());
  const found = same.length > 0 ? same : people;
  if (found.length > 1) throw several(name, found.map(toSlug));
  return found[0] === undefined ? undefined : toSlug(found[0]);
}

const toSlug = ({ path }: { readonly path: string }): string =>
  decodeURIComponent(path.replace(/^\/people\//, ''));

const several = (name: string, slugs: readonly string[]): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, {
    code: 'several-people',
    message: toPlain(`Several people are called “${name}”. Say which: ${slugs.join(', ')}.`),
  });

const nobody = (name: string): CliFailure =>
  new CliFailure(exitCodes.failed, {
    code: 'not-found',
    message:
      name === 'me'
        ? 'You are not tied to a person, so no work is taken for yours. An administrator ties your user to your person.'
        : toPlain(
            `There is no person “${name}” whose page is open to you. throughline search finds people by name.`,
          ),
  });
