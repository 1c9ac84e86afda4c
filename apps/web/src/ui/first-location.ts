import { createContext } from 'react';

/** The address with which this page was loaded. Its title takes no focus: the browser begins at the top, as it should. */
export const FirstLocation = createContext<string | undefined>(undefined);
