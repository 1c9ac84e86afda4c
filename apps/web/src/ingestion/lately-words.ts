import type { ConnectionSync } from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';

/** "In 24 hours: 1,204 new, 31 updated. 2 set aside." */
export const toLatelyWords = ({ added, changed, setAside }: ConnectionSync['lately']): string => {
  const parts = [added > 0 && `${toNumber(added)} new`, changed > 0 && `${toNumber(changed)} updated`];
  const said = parts.filter((part) => part !== false);
  const what = said.length === 0 ? 'nothing new' : said.join(', ');
  const aside = setAside === 0 ? '' : ` ${toNumber(setAside)} set aside: the repository says which and why.`;
  return `In 24 hours: ${what}.${aside}`;
};
