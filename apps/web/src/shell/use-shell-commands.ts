import { useRouter } from '@tanstack/react-router';
import { signOut } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { forgetRecent } from '../search/recent.ts';
import { useCommands } from '../ui/commands.ts';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { useTell } from '../ui/tell-context.ts';
import { themeNames } from './theme-choice.ts';
import { useThemeChoice } from './theme-context.ts';

/** Commands of every page. */
export const useShellCommands = ({ showKeys }: { readonly showKeys: () => void }): void => {
  const router = useRouter();
  const tell = useTell();
  const { choice, choose } = useThemeChoice();
  const [live, setLive] = useReaderSetting('live');
  const [rows, setRows] = useReaderSetting('rows');
  const [times, setTimes] = useReaderSetting('times');
  const leave = useSignOut();
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    tell({ text: 'The link to this page is copied.' });
  };
  useCommands([
    { name: 'Copy the link to this page', act: () => void copyLink() },
    { name: 'Show the keys of this page', key: '?', act: showKeys },
    live === 'on'
      ? { name: 'Pause live updates', act: () => setLive('paused') }
      : { name: 'Resume live updates', act: () => setLive('on') },
    rows === 'usual'
      ? { name: 'Make rows compact', act: () => setRows('compact') }
      : { name: 'Make rows as high as usual', act: () => setRows('usual') },
    times === 'relative'
      ? { name: 'Show exact times', act: () => setTimes('exact') }
      : { name: 'Show relative times', act: () => setTimes('relative') },
    ...themeNames
      .filter(([theme]) => theme !== choice)
      .map(([theme, name]) => ({ name: `Theme: ${name}`, act: () => choose(theme) })),
    { name: 'Show what waits for me', act: () => router.history.push('/attention') },
    {
      name: 'Show what is beyond agreements in my teams',
      act: () => router.history.push('/attention?team=@mine'),
    },
    { name: 'Show what I snoozed', act: () => router.history.push('/attention?show=snoozed') },
    { name: 'Open help', act: () => router.history.push('/help') },
    { name: 'Open your settings', act: () => router.history.push('/settings/me') },
    { name: 'Sign out', act: leave },
  ]);
};

/** Signs out. Loading the page anew wipes whatever this tab still holds in memory. */
export const useSignOut = (): (() => void) => {
  const leave = useChange(signOut, {
    onDone: ({ leaveTo }) => {
      forgetRecent();
      window.location.assign(leaveTo ?? '/signin');
    },
  });
  return () => leave.mutate({});
};
