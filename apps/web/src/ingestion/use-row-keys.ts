import type { KeyboardEvent } from 'react';

/** J and K or the arrows lead from row to row: to the link of each row that opens it. */
export const useRowKeys = (): ((event: KeyboardEvent<HTMLElement>) => void) => moveFocus;

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-opens-row]')];
  const place = openers.findIndex((opener) => opener.closest('tr')?.contains(document.activeElement));
  const next = openers[place + step];
  if (place < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
