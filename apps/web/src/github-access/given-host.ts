import type { hostInput } from '@throughline/contract';
import type * as z from 'zod';

/** A host as it is given in a form. */
export type GivenHost = z.input<typeof hostInput>;
