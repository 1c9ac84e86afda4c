import { type PullParams, type SavedView, toPullParams } from '@throughline/contract';
import { parseSearch, toSearch } from '../shell/search-params.ts';

type View = Pick<SavedView, 'viewId' | 'address'>;

/** The list as a view keeps it: without what is looked into, and which view it came from. */
export const toViewAddress = (params: PullParams): string =>
  `/pulls${toSearch(toPullParams({ ...params, peek: [], view: [] }))}`;

/** Whether the list is what a view keeps. */
export const isSameView = (address: string, params: PullParams): boolean =>
  toViewAddress(toParams(address)) === toViewAddress(params);

/** A page as a view opens it: with the view's own number, so that one sees what was changed of it. */
export const toViewPath = ({ viewId, address }: View): string => {
  const [path = ''] = address.split('?');
  return path === '/pulls' ? `${path}${toSearch({ ...toParams(address), view: String(viewId) })}` : address;
};

const toParams = (address: string): PullParams => {
  const [, search = ''] = address.split('?');
  return toPullParams(
    Object.fromEntries(Object.entries(parseSearch(search)).map(([name, value]) => [name, [value].flat()])),
  );
};
