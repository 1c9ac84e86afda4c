import * as z from 'zod';
import { refusalSchema } from './refusal.ts';

const messageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    /** Where the api listens. */
    address: z.string().optional(),
    /** Sentences for whoever started us, such as the set-up link. */
    notes: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('refused'), refusal: refusalSchema }),
]);

/** What a role tells the supervisor that started it. */
export type RoleMessage = z.output<typeof messageSchema>;

/** Tells the supervisor that started this process. */
export const tellSupervisor = (message: RoleMessage): void => {
  if (process.connected) process.send?.(message);
};

/** Parses what a role says; undefined for what is none of ours. */
export const parseRoleMessage = (value: unknown): RoleMessage | undefined =>
  messageSchema.safeParse(value).data;
