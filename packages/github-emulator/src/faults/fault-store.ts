import { type AnswerFault, type Fault, type FieldFault, faultSchema } from './fault.ts';

export type FaultStore = {
  /** Takes a `FaultSpec`; faults wait in the order they came. */
  add(spec: unknown): Fault;
  /** The fault of this operation, used once. */
  takeAnswer(operation: string): AnswerFault | undefined;
  /** The fault of this GraphQL field, used once. */
  takeField(field: string): FieldFault | undefined;
  list(): readonly Fault[];
  clear(): void;
};

export function createFaultStore(): FaultStore {
  let faults: readonly Fault[] = [];

  function consume(fault: Fault): void {
    const left = { ...fault, times: fault.times - 1 };
    faults = faults.flatMap((one) => (one !== fault ? [one] : left.times > 0 ? [left] : []));
  }

  return {
    add(spec) {
      const fault = faultSchema.parse(spec);
      faults = [...faults, fault];
      return fault;
    },
    takeAnswer(operation) {
      for (const fault of faults) {
        if (fault.kind === 'field' || (fault.operation ?? operation) !== operation) continue;
        consume(fault);
        return fault;
      }
      return undefined;
    },
    takeField(field) {
      for (const fault of faults) {
        if (fault.kind !== 'field' || fault.field !== field) continue;
        consume(fault);
        return fault;
      }
      return undefined;
    },
    list: () => faults,
    clear() {
      faults = [];
    },
  };
}
