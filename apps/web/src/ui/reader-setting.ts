import { useSyncExternalStore } from 'react';

/**
 * What a reader chose for this browser, first their usual value. `start.js` puts stored choices onto the document before
 * the first paint, where styles and parts find them: `<html data-rows="compact">`.
 */
const settings = {
  /** Height of rows: 48 px, or 36 px. */
  rows: ['usual', 'compact'],
  /** Moments: "3 d ago", or the exact time. */
  times: ['relative', 'exact'],
  /** Whether pages follow what happens. */
  live: ['on', 'paused'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

type Settings = typeof settings;
type SettingName = keyof Settings;
export type SettingValue<Name extends SettingName> = Settings[Name][number];

const changed = 'throughline-setting';

const readSetting = <Name extends SettingName>(name: Name): SettingValue<Name> =>
  settings[name].find((value) => value === document.documentElement.dataset[name]) ?? settings[name][0];

const chooseSetting = <Name extends SettingName>(name: Name, value: SettingValue<Name>): void => {
  document.documentElement.dataset[name] = value;
  try {
    localStorage.setItem(`throughline-${name}`, value);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
  window.dispatchEvent(new Event(changed));
};

const subscribe = (listen: () => void): (() => void) => {
  window.addEventListener(changed, listen);
  return () => window.removeEventListener(changed, listen);
};

/** A reader's choice and how to change it, everywhere on the page at once. */
export const useReaderSetting = <Name extends SettingName>(
  name: Name,
): readonly [SettingValue<Name>, (value: SettingValue<Name>) => void] => [
  useSyncExternalStore(subscribe, () => readSetting(name)),
  (value) => chooseSetting(name, value),
];
