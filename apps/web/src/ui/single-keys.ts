const storedAs = 'throughline-single-keys';

/** Whether keys without ⌘, Ctrl or Alt act in this browser; its reader can turn them off. */
export const hasSingleKeys = (): boolean => {
  try {
    return localStorage.getItem(storedAs) !== 'off';
  } catch {
    return true; // Storage is closed to us.
  }
};

export const storeSingleKeys = (isOn: boolean): void => {
  try {
    localStorage.setItem(storedAs, isOn ? 'on' : 'off');
  } catch {
    // Storage is closed to us: they stay on.
  }
};
