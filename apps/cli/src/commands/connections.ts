import {
  type ConnectionDetail,
  type ConnectionSummary,
  getConnection,
  listConnections,
  toCredentialEnd,
  toCredentialEndWords,
} from '@throughline/contract';
import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import type { Outcome } from '../outcome.ts';
import { openSession } from '../session.ts';
import { wrap } from '../text/fit-text.ts';
import { toRelative } from '../text/moment-words.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import { type TextColumn, toTable } from '../text/table.ts';
import type { World } from '../world.ts';

/** Every connection with its state; something needs attention where one does, or a credential ends soon. */
export async function connections(world: World): Promise<Outcome> {
  const { call } = await openSession(world);
  const found = await call(listConnections);
  const now = world.now();
  const needs = found.connections.some(
    ({ state, credential }) =>
      state === 'needs-attention' || toCredentialEnd(credential?.endsAt, now) !== undefined,
  );
  return {
    lines:
      found.connections.length === 0
        ? ['Nothing is connected yet.']
        : toTable(found.connections, toColumns(now), world.terminal.width()),
    json: found,
    exitCode: needs ? exitCodes.needsAttention : exitCodes.fine,
  };
}

/** One connection by its name: credential, permissions, quota and switches. */
export async function connection(world: World, name: string): Promise<Outcome> {
  const { call } = await openSession(world);
  const found = (await call(listConnections)).connections.find((one) => one.name === name);
  if (found === undefined) {
    const message = `No connection is called ${toPlain(name)}. throughline connections lists them.`;
    throw new CliFailure(exitCodes.failed, { code: 'not-found', message });
  }
  const detail = await call(getConnection, { params: { connectionId: found.connectionId } });
  const width = world.terminal.width();
  return {
    lines: toLines(detail, world.now()).flatMap((line) => wrap(toPlain(line), width)),
    json: detail,
    exitCode: found.state === 'needs-attention' ? exitCodes.needsAttention : exitCodes.fine,
  };
}

const toColumns = (now: Date): readonly TextColumn<ConnectionSummary>[] => [
  { head: 'Connection', cell: ({ name }) => toPlain(name), isElastic: true },
  {
    head: 'Organisation',
    cell: ({ organisation, host }) => toPlain(`${organisation} on ${host.name}`),
    isSpare: true,
  },
  { head: 'Credential', cell: ({ credential }) => toPlain(credential?.login ?? 'none') },
  { head: 'Ends', cell: ({ credential }) => toEnds(credential?.endsAt, now) },
  { head: 'State', cell: ({ state }) => state },
];

function toEnds(endsAt: string | undefined, now: Date): string {
  if (endsAt === undefined) return 'never';
  const end = toCredentialEnd(endsAt, now);
  return end === undefined ? toRelative(endsAt, now) : toCredentialEndWords(end);
}

function toLines(detail: ConnectionDetail, now: Date): readonly string[] {
  const { name, organisation, host, state, attention, ending, reading, switches } = detail;
  return [
    `${name}: ${organisation} on ${host.name}, ${state}.`,
    ...(attention === undefined ? [] : [attention.text]),
    ...(ending === undefined
      ? []
      : [`Being disconnected; next: ${ending.step}. ${ending.problem ?? ''}`.trim()]),
    ...(reading === undefined ? ['It has no credential.'] : toReadingLines(reading, now)),
    ...switches.map(({ data, isOn }) => `${data}: ${isOn ? 'on' : 'off'}`),
  ];
}

function toReadingLines(reading: NonNullable<ConnectionDetail['reading']>, now: Date): readonly string[] {
  const { kind, login, role, endsAt, permissions, buckets } = reading;
  return [
    `Read with the ${kind} of ${login}${role === undefined ? '' : `, ${role}`}; ends: ${toEnds(endsAt, now)}.`,
    ...permissions.map(({ permission, state, why }) => `${permission}: ${state}, for ${why}`),
    ...buckets.map(({ resource, limit, remaining, ours }) =>
      limit === undefined || remaining === undefined
        ? `${resource}: no limit, ${toNumber(ours)} used by Throughline`
        : `${resource}: ${toNumber(remaining)} of ${toNumber(limit)} left, ${toNumber(ours)} used by Throughline`,
    ),
  ];
}
