import {
  exportPersonRowsCsv,
  listPersonRows,
  type PersonFigure,
  personFigure,
  toAddress,
} from '@throughline/contract';
import { fetchFile } from '../api/fetch-file.ts';
import { notSignedIn } from '../api/open-api.ts';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { nameMissing } from '../failures/name-missing.ts';
import type { Outcome } from '../outcome.ts';
import { askPerson } from '../pages/ask-person.ts';
import { toNoteLines } from '../pages/note-lines.ts';
import { workColumns } from '../pages/person-lines.ts';
import { findServer, openSession } from '../session.ts';
import { wrap } from '../text/fit-text.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { toTable } from '../text/table.ts';
import type { World } from '../world.ts';

export interface RowsWanted {
  /** Which figure of the page. */
  readonly figure: string;
  /** The kind of work, the label or the repository of a figure that has one. */
  readonly value?: string;
  readonly period?: string;
}

/** The first pull requests that a figure of a person's page counts, and how many there are. */
export async function personRows(world: World, name: string, wanted: RowsWanted): Promise<Outcome> {
  const query = toQuery(wanted);
  const { call } = await openSession(world);
  const answer = await askPerson(call, name, (slug) => call(listPersonRows, { params: { slug }, query }));
  const { title, definition, rows, total, period } = answer;
  const width = world.terminal.width();
  return {
    lines: [
      ...wrap(toPlain(`${title}, ${period.label}. ${definition}`), width),
      ...(rows.length === 0 ? ['None.'] : toTable(rows, workColumns(world.now()), width)),
      ...(rows.length < total
        ? [`1 to ${toNumber(rows.length)} of ${toNumber(total)}; --csv has all of them`]
        : []),
      ...toNoteLines(answer, width),
    ],
    json: answer,
    exitCode: exitCodes.fine,
  };
}

/** Prints all of them as CSV, as they come. */
export async function personRowsAsCsv(world: World, name: string, wanted: RowsWanted): Promise<number> {
  const query = toQuery(wanted);
  const { origin, key } = await findServer(world);
  if (key === undefined) throw notSignedIn(origin);
  const path = toAddress(exportPersonRowsCsv, { params: { slug: name }, query });
  try {
    for await (const piece of fetchFile({ origin, key, fetch: world.fetch }, path))
      world.terminal.write(piece);
  } catch (error) {
    nobody(error);
  }
  return exitCodes.fine;
}

const nobody = nameMissing(
  'There is no such person whose page is open to you. Name them as in the address of their page.',
);

function toQuery({ figure, value, period }: RowsWanted) {
  const parsed = personFigure.safeParse(figure);
  if (!parsed.success) throw oddFigure(figure);
  const needsValue = withValue.includes(parsed.data);
  if (needsValue !== (value !== undefined)) throw oddValue(parsed.data, needsValue);
  return { figure: parsed.data, value, period };
}

/** Figures that are a part of another. */
const withValue: readonly PersonFigure[] = ['kind', 'label', 'repo'];

const wrongUsage = (message: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, { code: 'wrong-usage', message: toPlain(message) });

const oddFigure = (figure: string): CliFailure =>
  wrongUsage(`“${figure}” is no figure. There are ${personFigure.options.join(', ')}.`);

const oddValue = (figure: PersonFigure, isNeeded: boolean): CliFailure =>
  wrongUsage(
    isNeeded
      ? `Say which ${figure} with --value, such as --rows kind --value maintenance.`
      : `--value goes with --rows ${withValue.join(', ')}. Leave it out.`,
  );
