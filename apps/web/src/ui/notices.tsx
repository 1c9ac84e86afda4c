import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { Notice } from './notice.tsx';
import { TellContext, type Told } from './tell-context.ts';
import { isWriting } from './use-free-key.ts';

/** Shows one notice at a time over whatever page is open; outside of fields ⌘ or Ctrl with Z undoes what it tells. */
export const Notices = ({ children }: { readonly children: ReactNode }) => {
  const [told, setTold] = useState<Told>();
  const leave = useCallback(() => setTold(undefined), []);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = event.key === 'z' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
    if (!isUndo || isWriting(event.target) || told?.undo === undefined) return;
    event.preventDefault();
    told.undo();
    leave();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <TellContext value={setTold}>
      {children}
      <Notice told={told} onLeave={leave} />
    </TellContext>
  );
};
