import { type AuditFilter, auditFilter } from '@throughline/contract';

/** The parts of the audit's address, in their order. */
export const auditParams = ['subject', 'actor', 'action', 'period'] as const;

interface ReadFilter {
  readonly filter: AuditFilter;
  /** What was not understood: shown, and not asked for. */
  readonly refused: readonly { readonly name: string; readonly value: string; readonly reason: string }[];
}

/** Which changes an address asks for. */
export const readAuditFilter = (search: Readonly<Record<string, unknown>>): ReadFilter => {
  const given = auditParams.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [{ name, value }] : [];
  });
  const judged = given.map((one) => ({ ...one, parsed: auditFilter.safeParse({ [one.name]: one.value }) }));
  return {
    filter: judged.reduce<AuditFilter>((all, { parsed }) => ({ ...all, ...parsed.data }), {}),
    refused: judged
      .filter(({ parsed }) => !parsed.success)
      .map(({ name, value, parsed }) => ({
        name,
        value,
        reason: parsed.error?.issues[0]?.message ?? 'not understood, ignored',
      })),
  };
};
