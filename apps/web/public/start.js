// Runs before the first paint and before any module.

// What a reader chose never flashes the other: the theme's mode, how high rows are, how moments read, whether pages stand still.
try {
  const { dataset } = document.documentElement;
  const theme = localStorage.getItem('throughline-theme') ?? '';
  if (theme.startsWith('light')) dataset.colorMode = 'light';
  if (theme.startsWith('dark')) dataset.colorMode = 'dark';
  for (const name of ['rows', 'times', 'live']) {
    const chosen = localStorage.getItem(`throughline-${name}`);
    if (chosen !== null) dataset[name] = chosen;
  }
} catch {
  // Storage is closed to us: the system decides.
}

// Zod would try to compile its checks with `new Function`, which the content policy forbids and reports. It decides
// when the first schema is made, and modules of shared chunks run before any line of ours could call `z.config`.
globalThis.__zod_globalConfig = { jitless: true };
