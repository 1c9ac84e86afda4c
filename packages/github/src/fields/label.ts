import * as z from 'zod';
import type { LabelRecord } from '../records/label-record.ts';

export const labelFields = `
  fragment labelFields on Label { id name color }
`;

export const label = z
  .object({ id: z.string(), name: z.string(), color: z.string() })
  .transform((raw): LabelRecord => ({ nodeId: raw.id, name: raw.name, color: raw.color }));
