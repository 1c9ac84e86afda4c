import { parseArgs } from 'node:util';
import { z } from 'zod';
import { enterpriseServerVersions } from './model/versions.data.ts';

const count = z.coerce.number().int().nonnegative();

const optionsSchema = z.strictObject({
  port: count.max(65_535).default(0),
  shape: z.enum(['github.com', 'enterprise-server']).default('github.com'),
  'enterprise-version': z.enum(enterpriseServerVersions).default(enterpriseServerVersions[0]),
  recorded: z.string().optional(),
  git: z.array(z.string()).default([]),
  procedural: z.boolean().default(false),
  people: count.optional(),
  repos: count.optional(),
  pulls: count.optional(),
  seed: count.optional(),
  now: z.iso.datetime().optional(),
  clock: z.iso.datetime().optional(),
  'pull-shape': z.enum(['typical', 'average']).default('typical'),
  'odd-titles': z.boolean().default(false),
  'fault-seed': z.coerce.number().int().optional(),
  'fault-share': z.coerce.number().min(0).max(1).default(0.1),
  changes: z.coerce.number().nonnegative().default(1),
  'latency-ms': count.default(0),
  'no-limits': z.boolean().default(false),
  'schema-without': z.array(z.string()).default([]),
  token: z.array(z.string()).default([]),
  'oauth-app': z.array(z.url({ protocol: /^https?$/ })).default([]),
  help: z.boolean().default(false),
});

export type CommandLine = z.output<typeof optionsSchema>;

export const usage = `npm run emulator -- [options]

  --port N                 listen on 127.0.0.1:N; a free port unless told
  --shape SHAPE            github.com (default) or enterprise-server
  --enterprise-version V   of Enterprise Server: 3.19.4 (default), 3.20.2, 3.21.1, 3.22.0
  --recorded DIR           the recorded repository in DIR
  --git PATH               a local git repository and the pull requests its history names; repeatable
  --procedural             a made-up organisation (also what is served when nothing else is named)
  --people N --repos N --pulls N --seed N   its size and seed
  --now INSTANT            when its history ends, 2026-03-01T00:00:00Z; the clock's start, or the current hour
  --clock INSTANT          what the emulator's clock shows at first; POST /_emulator/clock puts it forward,
                           and the made-up organisation lives on
  --changes N              times the usual number of renames, transfers, archivings, deletions after its history; 1
  --pull-shape SHAPE       typical (default), or average: a bench's 3 reviews, 5 review comments, 4 commits, 8 files
  --odd-titles             one title in fifty is emoji, right-to-left, 65,000 characters, HTML or terminal codes
  --latency-ms N           waited before each answer
  --no-limits              no primary or secondary limits
  --fault-seed N           requests go wrong by the plan of that seed; --fault-share 0.1 of them
  --schema-without NAME    a GraphQL schema that lacks Type, Type.field or Enum.VALUE, as an older one does; repeatable
  --token LOGIN[=VALUE]    a classic token of that person; repeatable. Without it, every organisation's
                           first owner gets a classic and a fine-grained one
  --oauth-app CALLBACK     an OAuth app with that callback address, its id and secret printed; repeatable.
                           GitHub Apps come by a manifest (/settings/apps/new) or POST /_emulator/apps;
                           /login signs a browser in as anybody
  --help`;

/** The command line as options. Throws with a sentence on what it does not know. */
export function parseArguments(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      shape: { type: 'string' },
      'enterprise-version': { type: 'string' },
      recorded: { type: 'string' },
      git: { type: 'string', multiple: true },
      procedural: { type: 'boolean' },
      people: { type: 'string' },
      repos: { type: 'string' },
      pulls: { type: 'string' },
      seed: { type: 'string' },
      now: { type: 'string' },
      clock: { type: 'string' },
      'pull-shape': { type: 'string' },
      'odd-titles': { type: 'boolean' },
      'fault-seed': { type: 'string' },
      'fault-share': { type: 'string' },
      changes: { type: 'string' },
      'latency-ms': { type: 'string' },
      'no-limits': { type: 'boolean' },
      'schema-without': { type: 'string', multiple: true },
      token: { type: 'string', multiple: true },
      'oauth-app': { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
}
