import type { Command } from 'commander';
import { exportOwnData, myData, myLooks } from './commands/my-data.ts';
import { type PersonWanted, person, shipped } from './commands/person.ts';
import { personRows, personRowsAsCsv, type RowsWanted } from './commands/person-rows.ts';
import { repositories, repository } from './commands/repositories.ts';
import { search } from './commands/search.ts';
import { team, teams, teamWeek } from './commands/team.ts';
import { views } from './commands/views.ts';
import { CliFailure } from './failures/cli-failure.ts';
import { exitCodes } from './failures/exit-codes.data.ts';
import type { Outcome } from './outcome.ts';
import type { World } from './world.ts';

interface Adding {
  readonly program: Command;
  readonly add: (parent: Command, name: string, description: string) => Command;
  readonly world: World;
  readonly tell: (outcome: Outcome, isJson: boolean) => void;
  readonly setExitCode: (code: number) => void;
}

interface Json {
  readonly json?: boolean;
}

/** The commands that tell what a page tells. */
export function addPageCommands(adding: Adding): void {
  addPerson(adding);
  addTeams(adding);
  addOwn(adding);
  addFinding(adding);
}

function addPerson({ program, add, world, tell, setExitCode }: Adding): void {
  add(program, 'person', 'What somebody shipped, reviewed and unblocked, and what waits.')
    .argument('[name]', 'as in the address of the page, or a name that is theirs alone', 'me')
    .option('--period <period>', 'such as last-90-days, 2026-W47 or 2026-11-01..2026-11-15')
    .option('--by <division>', 'what was shipped by repo or by label')
    .option('--shipped', 'what they shipped and nothing else, to be pasted elsewhere')
    .option('--markdown', 'with --shipped: as Markdown with links')
    .option('--with <parts>', 'with --shipped: also reviews, unblocked, or reviews,unblocked')
    .option('--rows <figure>', 'the pull requests of a figure: shipped, unblocked, kind …')
    .option('--value <value>', 'with --rows kind, label or repo: which')
    .option('--csv', 'with --rows: all of them, as CSV')
    .action(async (name: string, { json, ...options }: PersonOptions & Json) => {
      refuseOdd(options);
      const rows = toRows(options);
      if (rows === undefined) tell(await tellPerson(world, name, options), json === true);
      else if (options.csv === true) setExitCode(await personRowsAsCsv(world, name, rows));
      else tell(await personRows(world, name, rows), json === true);
    });
}

interface PersonOptions extends PersonWanted {
  readonly shipped?: boolean;
  readonly markdown?: boolean;
  readonly with?: string;
  readonly rows?: string;
  readonly value?: string;
  readonly csv?: boolean;
}

function refuseOdd({ shipped: isShipped, markdown, with: also, rows, value, csv, by }: PersonOptions): void {
  if (isShipped !== true) refuseWithout('--shipped', { '--markdown': markdown, '--with': also });
  if (rows === undefined) refuseWithout('--rows', { '--value': value, '--csv': csv });
  else refuseBeside('--rows', { '--shipped': isShipped, '--by': by });
}

const toRows = ({ rows, value, period }: PersonOptions): RowsWanted | undefined =>
  rows === undefined
    ? undefined
    : {
        figure: rows,
        ...(value === undefined ? {} : { value }),
        ...(period === undefined ? {} : { period }),
      };

function tellPerson(world: World, name: string, options: PersonOptions): Promise<Outcome> {
  const { shipped: isShipped, markdown, with: also, period, by } = options;
  const wanted = { ...(period === undefined ? {} : { period }), ...(by === undefined ? {} : { by }) };
  if (isShipped !== true) return person(world, name, wanted);
  const parts = also === undefined ? {} : { with: also };
  return shipped(world, name, { ...wanted, ...parts, isMarkdown: markdown === true });
}

function addTeams({ program, add, world, tell }: Adding): void {
  add(program, 'teams', 'All teams, by name.')
    .option('--mine', 'those you are in')
    .action(async ({ json, mine }: Json & { readonly mine?: boolean }) =>
      tell(await teams(world, mine === true), json === true),
    );
  add(program, 'team', 'A team with its members, or how its week went.')
    .argument('<name>', 'as in the address of its page')
    .option('--week [week]', 'its week: 2026-W47, this-week (where none is named) or last-week')
    .option('--markdown', 'with --week: as Markdown, to be pasted elsewhere')
    .action(async (name: string, { json, week, markdown }: Json & TeamOptions) => {
      if (week === undefined) refuseWithout('--week', { '--markdown': markdown });
      const asked = { slug: name, week: typeof week === 'string' ? week : 'this-week' };
      const outcome =
        week === undefined
          ? await team(world, name)
          : await teamWeek(world, { ...asked, isMarkdown: markdown === true });
      tell(outcome, json === true);
    });
}

interface TeamOptions {
  /** True where no week is named. */
  readonly week?: string | boolean;
  readonly markdown?: boolean;
}

function addOwn({ program, add, world, tell, setExitCode }: Adding): void {
  const own = program.command('my-data').description('What is stored about you, and who looked.');
  add(own, 'show', 'What is stored about you, kind by kind, and for how long.').action(
    async ({ json }: Json) => tell(await myData(world), json === true),
  );
  add(own, 'looks', 'Who looked at your page, lists, figures and exports, newest first.').action(
    async ({ json }: Json) => tell(await myLooks(world), json === true),
  );
  add(own, 'export', 'Print everything that is stored about you as one JSON file.').action(async () =>
    setExitCode(await exportOwnData(world)),
  );
  add(program, 'views', 'Saved views: yours and those of your teams.').action(async ({ json }: Json) =>
    tell(await views(world), json === true),
  );
}

function addFinding({ program, add, world, tell }: Adding): void {
  add(program, 'search', 'People, teams, repositories and pull requests that you may see.')
    .argument('<words...>', 'words, #412, @name, or an address at GitHub')
    .action(async (words: readonly string[], { json }: Json) =>
      tell(await search(world, words), json === true),
    );
  add(program, 'repositories', 'The repositories you can see, by name.')
    .option('--query <text>', 'those with it in their name')
    .action(async ({ json, query }: Json & { readonly query?: string }) =>
      tell(await repositories(world, query), json === true),
    );
  add(program, 'repository', 'One repository: what is open, what was merged, how much is here.')
    .argument('<repository>', 'owner/name, or host/owner/name where several hosts have one')
    .action(async (address: string, { json }: Json) => tell(await repository(world, address), json === true));
}

/** An option that has no effect would go unnoticed, so it is refused. */
function refuseWithout(needed: string, given: Readonly<Record<string, unknown>>): void {
  const odd = findGiven(given);
  if (odd !== undefined) throw wrongUsage(`${odd} goes with ${needed}. Add that, or leave it out.`);
}

function refuseBeside(chosen: string, given: Readonly<Record<string, unknown>>): void {
  const odd = findGiven(given);
  if (odd !== undefined) throw wrongUsage(`${odd} does not go with ${chosen}. Leave one of them out.`);
}

const findGiven = (given: Readonly<Record<string, unknown>>): string | undefined =>
  Object.entries(given).find(([, value]) => value !== undefined)?.[0];

const wrongUsage = (message: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, { code: 'wrong-usage', message });
