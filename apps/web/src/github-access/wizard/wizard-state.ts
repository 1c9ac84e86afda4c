import { hostInput, tokenReport } from '@throughline/contract';
import * as z from 'zod';

export const wizardSteps = ['host', 'token', 'organisation', 'repositories', 'start'] as const;
export type WizardStep = (typeof wizardSteps)[number];

const repositoryChoice = z.object({
  kind: z.enum(['all', 'some']),
  /** GitHub ids, for `some`. */
  picked: z.array(z.number().int()),
  includesArchived: z.boolean(),
  includesForks: z.boolean(),
});
export type RepositoryChoice = z.output<typeof repositoryChoice>;

/** Everything the wizard knows; kept over a reload. It never holds the token, only the report on it. */
export const wizardState = z.object({
  step: z.enum(wizardSteps),
  host: hostInput,
  report: tokenReport.optional(),
  organisation: z.object({ login: z.string(), name: z.string() }).optional(),
  repositories: repositoryChoice.optional(),
});
export type WizardState = z.output<typeof wizardState>;

export const emptyWizard: WizardState = { step: 'host', host: { address: '', isPrivateAllowed: false } };
