import {
  getPerson,
  getPersonPage,
  listPeople,
  listPersonActs,
  listRobots,
  listSuggestions,
  listUnlinked,
  searchAccounts,
} from '@throughline/contract';

/** Answers that change when an account is linked or unlinked, or a person's details change. */
export const personAnswers = [
  getPerson,
  getPersonPage,
  listPeople,
  listPersonActs,
  listRobots,
  listSuggestions,
  listUnlinked,
  searchAccounts,
];
