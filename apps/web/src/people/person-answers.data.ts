import { getPerson, getPersonPage, listPeople, searchAccounts } from '@throughline/contract';

/** Answers that change when an account is linked or unlinked, or a person's details change. */
export const personAnswers = [getPerson, getPersonPage, listPeople, searchAccounts];
