import type { QuotaResource, WaitReason } from './quota-gate.ts';

/**
 * Not a failure: the request was not sent, or GitHub asked to come back later. A job parks until `untilAt` and says
 * `reason`; nothing was lost.
 */
export class QuotaWait extends Error {
  override readonly name = 'QuotaWait';
  readonly untilAt: Date;
  readonly reason: WaitReason;
  readonly resource: QuotaResource;

  constructor(resource: QuotaResource, reason: WaitReason, untilAt: Date) {
    super(`Waiting for GitHub (${resource}, ${reason}) until ${untilAt.toISOString()}`);
    this.untilAt = untilAt;
    this.reason = reason;
    this.resource = resource;
  }
}
