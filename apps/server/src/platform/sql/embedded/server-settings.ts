/** Settings of the server, given on its command line, so that a new version of ours changes them without touching the data. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * Loopback only, no socket file (its path may be too long, and its folder another user's). The log keeps starts, stops
 * and crashes; failed statements are the caller's to report, because their text may hold what nobody should read.
 */
const standing: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  jit: 'off',
};

/** For data that nobody misses: tests and measurements. */
export const forgetfulSettings: ServerSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
};

export const toServerArgs = (data: string, port: number, settings: ServerSettings): string[] => [
  '-D',
  data,
  ...Object.entries({ ...standing, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]),
];
