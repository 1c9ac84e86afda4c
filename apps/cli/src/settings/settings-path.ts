import path from 'node:path';

interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The file in the user's configuration folder, as the machine's kind has it. */
export function toSettingsPath({ platform, home, environment }: Machine): string {
  const { APPDATA: appData, XDG_CONFIG_HOME: configuration } = environment;
  if (platform === 'win32') {
    const folder = appData ?? path.win32.join(home, 'AppData', 'Roaming');
    return path.win32.join(folder, 'throughline', 'command-line.json');
  }
  // A relative one is to be ignored, says the specification of these variables.
  const isUsable = configuration !== undefined && path.posix.isAbsolute(configuration);
  const folder = isUsable ? configuration : path.posix.join(home, '.config');
  return path.posix.join(folder, 'throughline', 'command-line.json');
}
