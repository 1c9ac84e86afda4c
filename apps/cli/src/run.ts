import { CommanderError } from 'commander';
import { CliFailure } from './failures/cli-failure.ts';
import { exitCodes } from './failures/exit-codes.data.ts';
import { toCliFailure } from './failures/to-cli-failure.ts';
import { createProgram } from './program.ts';
import { wrap } from './text/fit-text.ts';
import { createStyle } from './text/style.ts';
import type { World } from './world.ts';

/** Runs one command and resolves with how the program ends. Never rejects: every failure is told. */
export async function run(args: readonly string[], world: World): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const program = createProgram(
    world,
    ({ lines, json, exitCode: code }, isJson) => {
      exitCode = code;
      world.terminal.write(`${isJson ? JSON.stringify(json, undefined, 2) : lines.join('\n')}\n`);
    },
    (code) => {
      exitCode = code;
    },
  );
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.fine;
    const failure = error instanceof CommanderError ? toWrongUsage(error) : toCliFailure(error);
    tellFailure(failure, args.includes('--json'), world);
    return failure.exitCode;
  }
}

/** The program alone asks for help with nothing else said: that is no use, but not wrong either. */
function toWrongUsage({ code, message }: CommanderError): CliFailure {
  const said =
    code === 'commander.help'
      ? 'Say which command; throughline --help lists them.'
      : message.replace(/^error: /, '').replaceAll('\n', ' ');
  return new CliFailure(exitCodes.wrongUsage, {
    code: 'wrong-usage',
    message: /[.?!)]$/.test(said) ? said : `${said}. throughline --help says what there is.`,
  });
}

function tellFailure({ said }: CliFailure, isJson: boolean, { terminal }: World): void {
  if (isJson) {
    terminal.write(`${JSON.stringify({ error: said }, undefined, 2)}\n`);
    return;
  }
  const { danger } = createStyle(terminal.hasColour);
  const lines = [...wrap(said.message, terminal.width()), ...(said.link === undefined ? [] : [said.link])];
  terminal.writeError(`${lines.map((line, index) => (index === 0 ? danger(line) : line)).join('\n')}\n`);
}
