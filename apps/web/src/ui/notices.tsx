import { type ReactNode, useCallback, useState } from 'react';
import { Notice } from './notice.tsx';
import { TellContext, type Told } from './tell-context.ts';

/** Shows one notice at a time over whatever page is open. */
export const Notices = ({ children }: { readonly children: ReactNode }) => {
  const [told, setTold] = useState<Told>();
  const leave = useCallback(() => setTold(undefined), []);
  return (
    <TellContext value={setTold}>
      {children}
      <Notice told={told} onLeave={leave} />
    </TellContext>
  );
};
