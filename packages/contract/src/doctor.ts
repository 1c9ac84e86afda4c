import * as z from 'zod';
import { id, idParam, instant } from './fields.ts';
import { defineRoute } from './route.ts';

/** `not-checked` is no verdict on the thing: something that comes first is not well, or nobody answered in time. */
export const checkVerdict = z.enum(['ok', 'attention', 'broken', 'not-checked']);
export type CheckVerdict = z.output<typeof checkVerdict>;

export const checkAbout = z.enum(['workspace', 'connection', 'repository', 'pull-request', 'person']);
export type CheckAbout = z.output<typeof checkAbout>;

/** What a button does: an act of ours that has a route of its own. */
export const repairAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sync-now'), connectionId: id }),
  z.object({ kind: z.literal('resume-sync'), connectionId: id }),
  z.object({ kind: z.literal('repair-repository'), connectionId: id, repositoryId: id }),
]);
export type RepairAct = z.output<typeof repairAct>;

export const checkRepair = z.object({
  /** What to do, as a sentence. */
  text: z.string(),
  act: repairAct.optional(),
  /** Where to do it: a path of ours, or an address at GitHub. */
  link: z.object({ address: z.string(), text: z.string() }).optional(),
});
export type CheckRepair = z.output<typeof checkRepair>;

export const doctorCheck = z.object({
  /** Stable: it may be asked for again by it. */
  id: z.string(),
  about: checkAbout,
  title: z.string(),
  verdict: checkVerdict,
  /** What was asked and what was answered. No secrets. */
  proof: z.string(),
  /** What it costs. */
  consequence: z.string().optional(),
  repair: checkRepair.optional(),
  tookMs: z.number().int().nonnegative(),
});
export type DoctorCheck = z.output<typeof doctorCheck>;

export const doctorAnswer = z.object({
  verdict: checkVerdict,
  /** The verdict in words. */
  sentence: z.string(),
  checkedAt: instant,
  checks: z.array(doctorCheck),
});
export type DoctorAnswer = z.output<typeof doctorAnswer>;

export const getConnectionDoctor = defineRoute({
  id: 'getConnectionDoctor',
  method: 'GET',
  path: '/api/connections/:connectionId/doctor',
  policy: 'administrator',
  summary:
    'Everything that can be checked about a connection and this Throughline, or one check with those it rests on: verdict, proof, consequence, repair.',
  params: z.strictObject({ connectionId: idParam }),
  query: z.strictObject({ only: z.string().max(60).optional() }),
  answer: doctorAnswer,
});

export const getWorkspaceDoctor = defineRoute({
  id: 'getWorkspaceDoctor',
  method: 'GET',
  path: '/api/doctor/workspace',
  policy: 'administrator',
  summary:
    'Everything that can be checked about this Throughline itself: verdict, proof, consequence, repair.',
  answer: doctorAnswer,
});

export const getDoctor = defineRoute({
  id: 'getDoctor',
  method: 'GET',
  path: '/api/doctor',
  policy: 'signed-in',
  summary:
    'Why the caller does not see a repository, a person or a pull request: checks in order, the last of which explains it. What is hidden and what does not exist read the same.',
  query: z.strictObject({
    /** `owner/name`, `owner/name#12`, `@login`, an address at GitHub or one of ours. */
    about: z.string().trim().min(1, 'Paste a repository, a pull request or a person.').max(2_000),
  }),
  answer: doctorAnswer.extend({
    /** What was understood: `acme/api #12`. */
    subject: z.string(),
    /** Our page about it, where the caller may open it. */
    path: z.string().optional(),
  }),
});
