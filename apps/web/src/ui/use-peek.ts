import { useParam } from './use-param.ts';

/** Widths at which a panel would leave no room for the list and yet not fill the screen: the page is opened instead. */
const pageInstead = '(min-width: 768px) and (max-width: 1011.98px)';

interface Peek {
  /** What is looked into, as the page wrote it into the address: `peek=3-41`. Empty when nothing is. */
  readonly peeked: string;
  /** Looks into a thing; `openPage` is for widths at which its page is opened instead. */
  readonly open: (thing: string, openPage?: () => void) => void;
  readonly close: () => void;
}

/** What the panel beside a list shows, kept in the address as `peek`. */
export const usePeek = (): Peek => {
  const [peeked, setPeeked] = useParam('peek');
  return {
    peeked,
    open: (thing, openPage) => {
      if (openPage !== undefined && window.matchMedia(pageInstead).matches) openPage();
      else setPeeked(thing);
    },
    close: () => setPeeked(''),
  };
};
