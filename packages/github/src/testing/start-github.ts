import {
  type EmulatorOptions,
  type RunningEmulator,
  startEmulator,
  type TokenSpec,
} from '@throughline/github-emulator';
import { onTestFinished } from 'vitest';
import { createGitHubClient, type GitHubClientOptions } from '../client/create-github-client.ts';
import type { GitHubClient } from '../client/github-client.ts';
import { paceLimits } from '../client/pace-limits.data.ts';
import { createPacer } from '../client/pacer.ts';
import { openGate } from '../quota/quota-gate.ts';

export const clock = { now: () => new Date() };

/** Tests are in more of a hurry than we allow ourselves with GitHub. */
export const hurriedPacer = () =>
  createPacer(clock, { ...paceLimits, graphqlBusyMsPerMinute: 600_000, busyMsPerMinute: 600_000 });

interface GitHub {
  readonly emulator: RunningEmulator;
  /** A client with the emulator's first token, or another one. */
  connect(options?: Partial<GitHubClientOptions>): GitHubClient;
}

/** An emulated GitHub for one test, and clients that speak to it over real HTTP. */
export async function startGitHub(
  options: Omit<EmulatorOptions, 'tokens'> & {
    readonly token?: TokenSpec;
    readonly tokens?: readonly TokenSpec[];
  },
): Promise<GitHub> {
  const { token = { kind: 'classic', login: 'ada' }, tokens = [token], ...rest } = options;
  const emulator = await startEmulator({ ...rest, tokens });
  onTestFinished(() => emulator.close());
  return {
    emulator,
    connect: (more = {}) =>
      createGitHubClient({
        urls: {
          kind: 'demo',
          webUrl: emulator.webUrl,
          restUrl: emulator.restUrl,
          graphqlUrl: emulator.graphqlUrl,
        },
        token: emulator.tokens[0]?.value ?? '',
        fetch: (url, request) => fetch(url, request as RequestInit),
        userAgent: 'throughline-test',
        quota: openGate,
        lane: 'backfill',
        clock,
        pacer: hurriedPacer(),
        maxSleepMs: 200,
        ...more,
      }),
  };
}
