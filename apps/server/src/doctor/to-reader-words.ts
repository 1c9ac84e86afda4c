import { type CheckRepair, type DoctorCheck, toDoctorVerdict } from '@throughline/contract';

/** Pages that administrators alone open. */
const administratorPages = /^\/(?:sync|settings\/github)(?:[/?]|$)/;

/** What somebody who is no administrator can do about it: a repair that is not theirs is for asking. */
export function toReaderChecks(checks: readonly DoctorCheck[], isAdministrator: boolean): DoctorCheck[] {
  if (isAdministrator) return [...checks];
  return checks.map((check) =>
    check.repair === undefined ? check : { ...check, repair: toReaderRepair(check.repair) },
  );
}

function toReaderRepair(repair: CheckRepair): CheckRepair {
  const isTheirs =
    repair.act === undefined && (repair.link === undefined || !administratorPages.test(repair.link.address));
  return isTheirs ? repair : { text: `Ask an administrator: ${repair.text}` };
}

/** The answer in a sentence, before the checks that prove it. */
export function toChainSentence(checks: readonly Pick<DoctorCheck, 'verdict'>[], subject: string): string {
  switch (toDoctorVerdict(checks)) {
    case 'broken':
      return `This is why you miss ${subject}.`;
    case 'attention':
      return `Nothing hides ${subject} from you; there is something to know about it.`;
    case 'ok':
      return `Nothing stands between you and ${subject}.`;
    case 'not-checked':
      return `Nothing could be checked about ${subject}.`;
  }
}
