import type { CorrectionAsked, CorrectionKind } from '@throughline/contract';

/** What somebody says is wrong about them, and whether it is theirs to decide. */
export interface CorrectionPlan {
  readonly kind: CorrectionKind;
  /** What it is about, as they and administrators read it. */
  readonly subject: string;
  readonly note: string | undefined;
  /** Done at once, or asked of administrators. */
  readonly decides: 'self' | 'administrators';
}

/**
 * Whether an account is theirs and in which zone they are, people know best, and neither gives them anything: these are
 * done at once. A name, an address or whose a pull request is concerns others too, so administrators answer.
 */
export function planCorrection(asked: CorrectionAsked, accountName: string | undefined): CorrectionPlan {
  switch (asked.kind) {
    case 'account':
      return { kind: 'account', subject: accountName ?? '', note: undefined, decides: 'self' };
    case 'zone':
      return { kind: 'zone', subject: asked.zone, note: undefined, decides: 'self' };
    case 'name':
      return { kind: 'name', subject: asked.name, note: asked.note, decides: 'administrators' };
    case 'email':
      return { kind: 'email', subject: asked.email, note: asked.note, decides: 'administrators' };
    case 'pull-request':
      return { kind: 'pull-request', subject: asked.address, note: asked.note, decides: 'administrators' };
  }
}
