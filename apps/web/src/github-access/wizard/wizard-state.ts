import { allReadData, credentialReport, hostInput, readData } from '@throughline/contract';
import * as z from 'zod';

export const wizardSteps = ['host', 'credential', 'organisations', 'repositories', 'start'] as const;
export type WizardStep = (typeof wizardSteps)[number];

const repositoryChoice = z.object({
  kind: z.enum(['all', 'some']),
  /** GitHub ids, for `some`. */
  picked: z.array(z.number().int()),
  includesArchived: z.boolean(),
  includesForks: z.boolean(),
});
export type RepositoryChoice = z.output<typeof repositoryChoice>;

export const allRepositories: RepositoryChoice = {
  kind: 'all',
  picked: [],
  includesArchived: false,
  includesForks: false,
};

/** An organisation that will be connected: what it will be called here, and the credential it is read with. */
const chosenOrganisation = z.object({ login: z.string(), name: z.string(), credentialId: z.number().int() });
export type ChosenOrganisation = z.output<typeof chosenOrganisation>;

export const connectWay = credentialReport.shape.way;
export type ConnectWay = z.output<typeof connectWay>;

/** Everything the wizard knows; kept over a reload. It never holds a secret, only the report on it. */
export const wizardState = z.object({
  step: z.enum(wizardSteps),
  host: hostInput,
  /** What shall be read, from which follows what is asked for. */
  data: z.array(readData),
  way: connectWay.optional(),
  report: credentialReport.optional(),
  organisations: z.array(chosenOrganisation).optional(),
  repositories: repositoryChoice.optional(),
});
export type WizardState = z.output<typeof wizardState>;

export const emptyWizard: WizardState = {
  step: 'host',
  host: { address: '', isPrivateAllowed: false },
  data: [...allReadData],
};
