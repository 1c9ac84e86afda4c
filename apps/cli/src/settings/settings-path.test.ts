import { expect, test } from 'vitest';
import { toSettingsPath } from './settings-path.ts';

test.each([
  ['linux', '/home/a', {}, '/home/a/.config/throughline/command-line.json'],
  ['linux', '/home/a', { XDG_CONFIG_HOME: '/etc/a' }, '/etc/a/throughline/command-line.json'],
  ['linux', '/home/a', { XDG_CONFIG_HOME: 'a' }, '/home/a/.config/throughline/command-line.json'],
  ['darwin', '/Users/a', {}, '/Users/a/.config/throughline/command-line.json'],
  ['win32', 'C:\\Users\\a', { APPDATA: 'D:\\data' }, 'D:\\data\\throughline\\command-line.json'],
  ['win32', 'C:\\Users\\a', {}, 'C:\\Users\\a\\AppData\\Roaming\\throughline\\command-line.json'],
])('on %s in %s with %j it is kept in %s', (platform, home, environment, path) => {
  expect(toSettingsPath({ platform, home, environment })).toBe(path);
});
