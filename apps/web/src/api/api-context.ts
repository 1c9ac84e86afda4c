import type { Call } from '@throughline/contract';
import { createContext, useContext } from 'react';

export const ApiContext = createContext<Call | undefined>(undefined);

/** The typed client of the API. */
export const useCall = (): Call => {
  const call = useContext(ApiContext);
  if (call === undefined) throw new Error('useCall is used outside ApiContext');
  return call;
};
