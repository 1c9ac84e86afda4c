import type { DataKind, ReadingCost } from '@throughline/contract';

/** What reading one kind of data costs: an expectation, in fractions. */
export type Spending = Readonly<Record<keyof ReadingCost, number>>;

export type SpendingByKind = Readonly<Record<DataKind, Spending>>;

export const noSpending: Spending = {
  objects: 0,
  points: 0,
  graphqlRequests: 0,
  restRequests: 0,
  graphqlCpuSeconds: 0,
  restCpuSeconds: 0,
  diskBytes: 0,
};

// as: the keys of an object of exactly this type
const keys = Object.keys(noSpending) as readonly (keyof ReadingCost)[];

const toSpending = (amount: (key: keyof ReadingCost) => number): Spending => {
  const spending: { [Key in keyof ReadingCost]: number } = { ...noSpending };
  for (const key of keys) spending[key] = amount(key);
  return spending;
};

/** All of them together. */
export const addSpending = (...all: readonly Spending[]): Spending =>
  toSpending((key) => all.reduce((sum, one) => sum + one[key], 0));

/** In whole numbers, but for seconds, which have a decimal place. */
export const roundSpending = (spending: Spending): Spending =>
  toSpending((key) =>
    key === 'graphqlCpuSeconds' || key === 'restCpuSeconds'
      ? Math.round(spending[key] * 10) / 10
      : Math.round(spending[key]),
  );
