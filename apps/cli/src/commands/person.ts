import { getPersonPage, getShippedText } from '@throughline/contract';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { askPerson } from '../pages/ask-person.ts';
import { toNoteLines } from '../pages/note-lines.ts';
import { toPersonLines } from '../pages/person-lines.ts';
import { toTelling } from '../pages/telling.ts';
import { openSession } from '../session.ts';
import { toPlain } from '../text/plain-text.ts';
import type { World } from '../world.ts';

/** What is asked of a person's page, as in its address. */
export interface PersonWanted {
  readonly period?: string;
  /** `repo` or `label`. */
  readonly by?: string;
}

/** A person's page in words: `me` for one's own. */
export async function person(world: World, name: string, { period, by }: PersonWanted): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const page = await askPerson(call, name, (slug) =>
    call(getPersonPage, { params: { slug }, query: { period, by } }),
  );
  return { lines: toPersonLines(page, toTelling(world, origin)), json: page, exitCode: exitCodes.fine };
}

export interface ShippedWanted extends PersonWanted {
  /** As Markdown with links, not as plain text. */
  readonly isMarkdown: boolean;
  /** `reviews`, `unblocked`, or both with a comma between. */
  readonly with?: string;
}

const parts = ['reviews', 'unblocked'];

/** What a person shipped, to be pasted elsewhere: the text and nothing else. */
export async function shipped(world: World, name: string, wanted: ShippedWanted): Promise<Outcome> {
  const { period, by, with: also, isMarkdown } = wanted;
  const odd = also?.split(',').find((part) => !parts.includes(part));
  if (odd !== undefined) throw oddPart(odd);
  const { call } = await openSession(world);
  const answer = await askPerson(call, name, (slug) =>
    call(getShippedText, { params: { slug }, query: { period, by, with: also } }),
  );
  const notes = toNoteLines(answer, undefined);
  // The text is made to be pasted: what is to be known about it stands apart.
  if (notes.length > 0) world.terminal.writeError(`${notes.join('\n')}\n`);
  const text = isMarkdown ? answer.markdown : answer.text;
  return { lines: text.trimEnd().split('\n').map(toPlain), json: answer, exitCode: exitCodes.fine };
}

const oddPart = (part: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, {
    code: 'wrong-usage',
    message: toPlain(`“${part}” is no part. There are ${parts.join(' and ')}.`),
  });
