import {
  type DoctorAnswer,
  getConnectionDoctor,
  getDoctor,
  getWorkspaceDoctor,
  listConnections,
  toDoctorVerdict,
} from '@throughline/contract';
import { toDoctorLines } from '../doctor/doctor-lines.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession, type Session } from '../session.ts';
import { chooseConnections, nothingConnected } from '../sync/choose-connections.ts';
import { createStyle } from '../text/style.ts';
import type { World } from '../world.ts';

export interface DoctorWanted {
  readonly connection?: string;
  /** What somebody does not see. */
  readonly about?: string;
}

interface Told {
  /** What was looked at. */
  readonly name: string;
  readonly answer: DoctorAnswer;
}

/** What is wrong, and what to do; ends with 4 where something needs somebody, with 5 where something is broken. */
export async function doctor(world: World, { connection, about }: DoctorWanted): Promise<Outcome> {
  const session = await openSession(world);
  const told =
    about === undefined ? await askConnections(session, connection) : [await askAbout(session, about)];
  const telling = {
    origin: session.origin,
    width: world.terminal.width(),
    style: createStyle(world.terminal.hasColour),
  };
  return {
    lines: told.flatMap(({ name, answer }) => toDoctorLines(name, answer, telling)),
    json: { doctor: told.map(({ name, answer }) => ({ name, ...answer })) },
    exitCode: toExitCode(told.map(({ answer }) => answer)),
  };
}

async function askAbout({ call }: Session, about: string): Promise<Told> {
  const answer = await call(getDoctor, { query: { about } });
  return { name: answer.subject, answer };
}

async function askConnections({ call, origin }: Session, wanted: string | undefined): Promise<Told[]> {
  const { connections } = await call(listConnections);
  if (connections.length === 0) {
    if (wanted !== undefined) throw nothingConnected(origin);
    return [{ name: 'Throughline', answer: await call(getWorkspaceDoctor) }];
  }
  const chosen = chooseConnections(
    connections.map((connection) => ({ connection })),
    wanted,
  );
  const told: Told[] = [];
  for (const { connection } of chosen) {
    const { connectionId, name } = connection;
    told.push({ name, answer: await call(getConnectionDoctor, { params: { connectionId } }) });
  }
  return told;
}

function toExitCode(answers: readonly DoctorAnswer[]): number {
  switch (toDoctorVerdict(answers)) {
    case 'broken':
      return exitCodes.broken;
    case 'attention':
      return exitCodes.needsAttention;
    default:
      return exitCodes.fine;
  }
}
