import type { CheckAbout } from '@throughline/contract';
import type { Check } from '../platform/checks/index.ts';

type Described = Pick<Check<never, never>, 'id' | 'title' | 'about' | 'asks' | 'says' | 'repairs' | 'needs'>;

/** Something that goes wrong, and the check that says so. */
interface Situation {
  readonly what: string;
  readonly check: string;
}

const heads: readonly (readonly [about: CheckAbout, title: string])[] = [
  ['connection', 'Of a connection'],
  ['workspace', 'Of this Throughline'],
  ['repository', 'Of a repository'],
  ['pull-request', 'Of a pull request'],
  ['person', 'Of a person'],
];

const intro = `# The doctor

*Made from the checks themselves; \`npx vitest run --project pure apps/server/src/doctor -u\` makes it anew.*

A check asks one thing and gives a verdict (*well, needs you, broken, not checked*), its proof, what it costs, and the
repair. It changes nothing. Where one that comes first is broken, those behind it are not checked. They run on a connection's
page under **Doctor**, as \`throughline doctor\`, and as \`GET /api/connections/ID/doctor\`.

**Why don't I see …?** \`/doctor\`, \`throughline doctor --about ADDRESS\` and \`GET /api/doctor?about=ADDRESS\` take
\`owner/name\`, \`owner/name#12\`, \`@login\`, an address at GitHub or one of Throughline's pages, and run the checks of a
repository, a pull request or a person in order; the last one explains it. Somebody who may not see a thing is told the same
as of one that does not exist.
`;

/** The table of all checks as Markdown, and which of them names what goes wrong. */
export function toChecksPage(checks: readonly Described[], situations: readonly Situation[]): string {
  const tables = heads.map(([about, title]) => {
    const rows = checks.filter((check) => check.about === about).map(toRow);
    return `## ${title}\n\n| check | asks | says | repair | after |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return [intro, ...tables, toSituations(checks, situations)].join('\n');
}

const toRow = ({ id, title, asks, says, repairs, needs }: Described): string =>
  `| \`${id}\`<br>${title} | ${asks} | ${says} | ${repairs} | ${needs.map((need) => `\`${need}\``).join(', ') || '–'} |`;

function toSituations(checks: readonly Described[], situations: readonly Situation[]): string {
  const rows = situations.map(({ what, check }) => {
    const repair = checks.find(({ id }) => id === check)?.repairs ?? '';
    return `| ${what} | \`${check}\` | ${repair} |`;
  });
  return `## What goes wrong, and which check names it\n\nEach is brought about in a test.\n\n| when | the check | repair |\n|---|---|---|\n${rows.join('\n')}\n`;
}
