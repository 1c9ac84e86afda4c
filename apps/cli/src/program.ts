import { Command } from 'commander';
import { type AttentionWanted, attention } from './commands/attention.ts';
import { connection, connections } from './commands/connections.ts';
import { type DoctorWanted, doctor } from './commands/doctor.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { type MetricWanted, metric } from './commands/metric.ts';
import { exportPeople, type PeopleWanted } from './commands/people-export.ts';
import { importPeople } from './commands/people-import.ts';
import { pulls, pullsAsCsv } from './commands/pulls.ts';
import { actOnSync } from './commands/sync-acts.ts';
import { syncPlan } from './commands/sync-plan.ts';
import { syncStatus } from './commands/sync-status.ts';
import { syncWatch } from './commands/sync-watch.ts';
import { whoami } from './commands/whoami.ts';
import type { Outcome } from './outcome.ts';
import { addPageCommands } from './page-commands.ts';
import type { StatusWanted } from './sync/load-status.ts';
import type { World } from './world.ts';

/** How a command's outcome is told; it returns how the program ends. */
export type Tell = (outcome: Outcome, isJson: boolean) => void;

interface Common {
  readonly json?: boolean;
  readonly connection?: string;
}

const after = `
Environment:
  THROUGHLINE_URL  where Throughline is (default: where login found it, else http://127.0.0.1:7117)
  THROUGHLINE_KEY  the key, in place of the one that login keeps
  NO_COLOR         no colours

Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 not signed in or no right, 4 something needs attention (status, attention, doctor),
5 something is broken (doctor).`;

const createCommand = ({ terminal }: World): Command =>
  new Command('throughline')
    .description('Throughline from the command line.')
    .exitOverride()
    .showHelpAfterError('(--help says what there is)')
    .configureOutput({ writeOut: terminal.write, writeErr: () => undefined })
    .addHelpText('after', after);

/** The commands. `setExitCode` is told where it is another than an outcome says. */
export function createProgram(world: World, tell: Tell, setExitCode: (code: number) => void): Command {
  const program = createCommand(world);
  const add = (parent: Command, name: string, description: string): Command =>
    parent.command(name).description(description).option('--json', 'answer for programs');

  add(program, 'login', 'Keep a key made in Settings → API keys, for the commands below.')
    .option('--url <url>', 'where Throughline is')
    .action(async ({ json, url }: Common & { readonly url?: string }) =>
      tell(await login(world, url === undefined ? {} : { url }), json === true),
    );
  add(program, 'logout', 'Forget the key.').action(async ({ json }: Common) =>
    tell(await logout(world), json === true),
  );
  add(program, 'whoami', 'Who the key speaks for, and until when.').action(async ({ json }: Common) =>
    tell(await whoami(world), json === true),
  );

  add(program, 'attention', 'What waits for you, and why.')
    .option('--team <team>', 'what is beyond agreements in a team; @mine for all of yours')
    .option('--repo <owner/name>', 'what is beyond agreements in a repository')
    .action(async ({ json, ...options }: AttentionWanted & Common) =>
      tell(await attention(world, options), json === true),
    );
  addConnectionsCommand({ program, add, world, tell, setExitCode });
  addDoctorCommand({ program, add, world, tell, setExitCode });
  add(program, 'pulls', 'Pull requests, filtered as in the filter box.')
    .option('--query <query>', 'such as "is:open author:@me -label:wip"')
    .option('--csv', 'all of them, as CSV')
    .action(
      async ({ json, csv, ...options }: Common & { readonly csv?: boolean; readonly query?: string }) => {
        if (csv === true) setExitCode(await pullsAsCsv(world, options));
        else tell(await pulls(world, options), json === true);
      },
    );
  addMetricCommand({ program, add, world, tell, setExitCode });
  addPageCommands({ program, add, world, tell, setExitCode });

  const people = program.command('people').description('People, from files and into files.');
  add(people, 'import', 'Bring people in from a CSV file: all rows, or none while one is wrong.')
    .argument('<file>', 'the file')
    .option('--dry-run', 'say what each row would do, and write nothing')
    .action(async (file: string, { json, dryRun }: Common & { readonly dryRun?: boolean }) =>
      tell(await importPeople(world, { file, isDryRun: dryRun === true }), json === true),
    );
  add(people, 'export', 'Print people as CSV; with --json as a JSON array.')
    .option('--query <text>', 'those with it in their name, e-mail address or login')
    .option('--state <state>', 'linked, not-linked, left, hidden or excluded')
    .action(async ({ json, ...options }: Common & PeopleWanted) =>
      setExitCode(await exportPeople(world, options, json === true)),
    );

  addSyncCommands({ program, add, world, tell, setExitCode });
  return program;
}

interface Adding {
  readonly program: Command;
  readonly add: (parent: Command, name: string, description: string) => Command;
  readonly world: World;
  readonly tell: Tell;
  readonly setExitCode: (code: number) => void;
}

function addConnectionsCommand({ program, add, world, tell }: Adding): void {
  add(program, 'connections', 'Connections with their state, or one of them whole.')
    .argument('[name]', 'this connection alone')
    .action(async (name: string | undefined, { json }: Common) =>
      tell(name === undefined ? await connections(world) : await connection(world, name), json === true),
    );
}

function addDoctorCommand({ program, add, world, tell }: Adding): void {
  add(program, 'doctor', 'What is wrong with a connection, or why you do not see something, and what to do.')
    .option('--connection <name>', 'this connection alone')
    .option('--about <address>', 'owner/name, owner/name#12, @login, or an address: why you do not see it')
    .action(async ({ json, ...options }: DoctorWanted & Common) =>
      tell(await doctor(world, options), json === true),
    );
}

function addMetricCommand({ program, add, world, tell }: Adding): void {
  add(program, 'metric', 'One metric over the repositories you can see.')
    .argument('<name>', 'such as cycle-time, as in the address of its page')
    .option('--team <team>', 'of what a team wrote')
    .option('--repo <owner/name>', 'of one repository')
    .option('--label <label>', 'of what has a label')
    .option('--person <name>', 'of one person whose page is open to you')
    .option('--period <period>', 'such as last-90-days, 2026-W47 or 2026-11-01..2026-11-15')
    .option('--by <division>', 'week, month, repo, team or label')
    .option('--preset <rule>', 'another product’s rule, such as devlake')
    .action(async (name: string, { json, ...wanted }: MetricWanted & Common) =>
      tell(await metric(world, name, wanted), json === true),
    );
}

function addSyncCommands({ program, add, world, tell, setExitCode }: Adding): void {
  const sync = program.command('sync').description('What is read of GitHub, how far, and at what price.');
  const addSync = (name: string, description: string): Command =>
    add(sync, name, description).option('--connection <name>', 'this connection alone');

  addSync('status', 'How far everything has been read, what waits and why, and what needs you.')
    .option('--repositories', 'a line for each repository, those that need you first')
    .option('--watch', 'tell it again whenever it changes, until Ctrl-C')
    .action(async (options: StatusWanted & Common & { readonly watch?: boolean }) => {
      if (options.watch === true) setExitCode(await syncWatch(world, options));
      else tell(await syncStatus(world, options), options.json === true);
    });
  addSync('plan', 'What reading would cost before it begins: points, requests, hours and disk.')
    .option('--everything', 'of everything anew, not of what is missing alone')
    .action(async ({ json, ...options }: Common & { readonly everything?: boolean }) =>
      tell(await syncPlan(world, options), json === true),
    );
  for (const [name, description] of acts) {
    addSync(name, description).action(async ({ json, ...options }: Common) =>
      tell(await actOnSync(world, name, options), json === true),
    );
  }
}

const acts = [
  ['run', 'Look for changes now, and try again what failed.'],
  ['pause', 'Stop reading after the page under way.'],
  ['resume', 'Go on reading where it stopped.'],
] as const;
