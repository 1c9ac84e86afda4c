import { getTeam, getTeamWeek, listTeams } from '@throughline/contract';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { nameMissing } from '../failures/name-missing.ts';
import type { Outcome } from '../outcome.ts';
import { toTeamLines, toTeamListLines } from '../pages/team-lines.ts';
import { toTeamWeekLines } from '../pages/team-week-lines.ts';
import { toTelling } from '../pages/telling.ts';
import { openSession } from '../session.ts';
import { toPlain } from '../text/plain-text.ts';
import type { World } from '../world.ts';

/** All teams, or those one is in. */
export async function teams(world: World, isMine: boolean): Promise<Outcome> {
  const { call } = await openSession(world);
  const answer = await call(listTeams, { query: isMine ? { mine: 'true' } : {} });
  return {
    lines: toTeamListLines(answer.teams, world.terminal.width()),
    json: answer,
    exitCode: exitCodes.fine,
  };
}

/** A team with its members by day. */
export async function team(world: World, slug: string): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const found = await call(getTeam, { params: { slug } }).catch(noTeam(slug));
  return { lines: toTeamLines(found, toTelling(world, origin)), json: found, exitCode: exitCodes.fine };
}

interface WeekWanted {
  readonly slug: string;
  /** `2026-W47`, `this-week` or `last-week`. */
  readonly week: string;
  readonly isMarkdown: boolean;
}

/** How a team's week went, in words or as Markdown to be pasted elsewhere. */
export async function teamWeek(world: World, { slug, week, isMarkdown }: WeekWanted): Promise<Outcome> {
  const { call, origin } = await openSession(world);
  const found = await call(getTeamWeek, { params: { slug, week } }).catch(noTeam(slug));
  const lines = isMarkdown
    ? found.markdown.trimEnd().split('\n').map(toPlain)
    : toTeamWeekLines(found, toTelling(world, origin));
  return { lines, json: found, exitCode: exitCodes.fine };
}

const noTeam = (slug: string) =>
  nameMissing(
    toPlain(`There is no team “${slug}”. throughline teams lists them with their names in commands.`),
  );
