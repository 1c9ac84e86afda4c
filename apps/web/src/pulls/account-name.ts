import type { AccountRef } from '@throughline/contract';

/** Who somebody is in one word: the person where one is linked, else the account. */
export const toAccountName = ({ login, person }: AccountRef): string => person?.name ?? login;
