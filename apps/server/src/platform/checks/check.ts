import type { CheckAbout, CheckRepair, CheckVerdict } from '@throughline/contract';

/** What a check found. Never a secret: it is shown, and copied into messages to others. */
export interface Finding {
  readonly verdict: CheckVerdict;
  /** What was asked and what was answered. */
  readonly proof: string;
  readonly consequence?: string;
  readonly repair?: CheckRepair;
}

/** What a check of this name asks and may answer, for the table in the documentation. */
interface CheckWords {
  /** Kebab-case and stable: it stands in addresses and scripts. */
  readonly id: string;
  readonly title: string;
  readonly about: CheckAbout;
  /** What it asks, of whom. */
  readonly asks: string;
  /** What it says where something is not well. */
  readonly says: string;
  readonly repairs: string;
}

/**
 * One thing that may be well or not. It reads and never changes; what fails inside it becomes its verdict by whoever runs
 * it. `needs` are checks that come first: where one of them is broken or was not checked, this one is not asked.
 */
export interface Check<Deps, Subject> extends CheckWords {
  readonly needs: readonly string[];
  /** Without an answer by then it was not checked. */
  readonly timeLimitMs: number;
  /** Absent: to every subject. To what it does not apply it is not told of. */
  readonly appliesTo?: (subject: Subject) => boolean;
  readonly run: (deps: Deps, subject: Subject) => Promise<Finding> | Finding;
}

type GivenCheck<Deps, Subject> = Omit<Check<Deps, Subject>, 'needs' | 'timeLimitMs'> &
  Partial<Pick<Check<Deps, Subject>, 'needs' | 'timeLimitMs'>>;

const usualLimitMs = 6_000;

/** Declares a check; each is a constant of the slice whose thing it looks at, in a file `x.checks.ts`. */
export const defineCheck = <Deps, Subject>(given: GivenCheck<Deps, Subject>): Check<Deps, Subject> => ({
  needs: [],
  timeLimitMs: usualLimitMs,
  ...given,
});

/** What is not well: why it matters, and what to do. */
export interface Trouble {
  readonly proof: string;
  readonly consequence: string;
  readonly repair: CheckRepair;
}

export const ok = (proof: string): Finding => ({ verdict: 'ok', proof });
export const attention = (trouble: Trouble): Finding => ({ verdict: 'attention', ...trouble });
export const broken = (trouble: Trouble): Finding => ({ verdict: 'broken', ...trouble });

/** `because` is a clause: "the demo runs on this machine". */
export const notChecked = (because: string): Finding => ({
  verdict: 'not-checked',
  proof: `Not checked, because ${because}.`,
});
