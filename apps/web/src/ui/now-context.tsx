import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const NowContext = createContext<Date | undefined>(undefined);

const tickMs = 10_000;

/** One clock for all relative moments of the page. */
export const NowProvider = ({ children }: { readonly children: ReactNode }) => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return <NowContext value={now}>{children}</NowContext>;
};

/** The present moment, to ten seconds. */
export const useNow = (): Date => {
  const now = useContext(NowContext);
  if (now === undefined) throw new Error('useNow is used outside NowProvider');
  return now;
};
