type Place = { readonly holder: object; readonly key: string };

/** The JSON text with one of its values of another type; `place` from 0 to 1 says which. Not JSON: as it was. */
export function mistype(text: string, place: number): string {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return text;
  }
  const places = listPlaces(whole);
  const chosen = places[Math.floor(place * places.length)];
  if (chosen === undefined) return '"text"';
  Reflect.set(chosen.holder, chosen.key, toOtherType(Reflect.get(chosen.holder, chosen.key)));
  return JSON.stringify(whole);
}

function listPlaces(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [{ holder: value, key }, ...listPlaces(child)]);
}

function toOtherType(value: unknown): unknown {
  if (Array.isArray(value)) return { unexpected: true };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return [value];
  return value === null ? 7 : 'unexpected';
}
