import { toDuration } from '@throughline/contract';
import { kindRules } from './work-kinds.data.ts';

/** What a row has to do with its figure: how long it waited, or by which rule it is of its kind. */
export function toRowNote({
  waitS,
  rule,
}: {
  readonly waitS: number | undefined;
  readonly rule: number | undefined;
}): string | undefined {
  if (waitS !== undefined) return `answered after ${toDuration(waitS / 60, { isFigure: true })}`;
  const fitting = rule === undefined ? undefined : kindRules[rule];
  return fitting === undefined ? undefined : `${fitting.kind} by ${fitting.says}`;
}
