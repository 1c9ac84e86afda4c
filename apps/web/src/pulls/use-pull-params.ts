import { useNavigate, useSearch } from '@tanstack/react-router';
import { type PullParams, pullLookNames, pullParamNames, toPullParams } from '@throughline/contract';

type Names = readonly string[];
const known: Names = pullParamNames;

/** Parameters of the API's lists; how the list looks is the page's own affair. */
const asked: Names = known.filter((name) => !pullLookNames.includes(name));

interface PullParamsHere {
  readonly params: PullParams;
  /** What of them the API is asked. */
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Filters alone, without order and look: what is counted. */
  readonly filters: Readonly<Record<string, string | string[]>>;
  /** Names that nobody knows, with their values. */
  readonly unknown: readonly (readonly [name: string, value: string])[];
  readonly setParams: (next: PullParams, options?: { readonly isReplaced?: boolean }) => void;
}

/** The list of pull requests as the address asks for it. */
export const usePullParams = (): PullParamsHere => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const params = toPullParams(
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, [value].flat().map(String)])),
  );
  const query = toQuery(params, asked);
  const { sort: _, group: __, ...filters } = query;
  return {
    params,
    query,
    filters,
    unknown: Object.entries(params).flatMap(([name, values]) =>
      known.includes(name) ? [] : values.map((value) => [name, value] as const),
    ),
    setParams: (next, { isReplaced = false } = {}) =>
      void navigate({
        to: '.',
        // as: the router types the searches of all pages as one
        search: toSearchParams(next) as never,
        replace: isReplaced,
        resetScroll: false,
      }),
  };
};

/** Parameters as the router writes them into an address: one text, or a list of them. */
export const toSearchParams = (params: PullParams): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(toPullParams(params)).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  );

const toQuery = (params: PullParams, names: Names): Readonly<Record<string, string | string[]>> =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => names.includes(name))
      .map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : [...values]]),
  );
