export type ConnectionTab =
  | 'overview'
  | 'repositories'
  | 'data'
  | 'actions'
  | 'webhooks'
  | 'doctor'
  | 'log'
  | 'danger';

interface TabOfConnection {
  readonly tab: ConnectionTab;
  readonly name: string;
  /** Whether the demo's made-up connection has it. */
  readonly isForDemo: boolean;
}

/** The parts of a connection's page, each with an address of its own. */
export const connectionTabs: readonly TabOfConnection[] = [
  { tab: 'overview', name: 'Overview', isForDemo: true },
  { tab: 'repositories', name: 'Repositories', isForDemo: true },
  { tab: 'data', name: 'Data', isForDemo: true },
  { tab: 'actions', name: 'Actions', isForDemo: false },
  { tab: 'webhooks', name: 'Webhooks', isForDemo: false },
  { tab: 'doctor', name: 'Doctor', isForDemo: true },
  { tab: 'log', name: 'Log', isForDemo: true },
  { tab: 'danger', name: 'Danger zone', isForDemo: false },
];

export const toConnectionPath = (name: string, tab: ConnectionTab): string =>
  `/settings/github/${encodeURIComponent(name)}${tab === 'overview' ? '' : `/${tab}`}`;
