// Runs before the first paint and before any module.

// A chosen theme never flashes the other one. Without a choice the system decides.
try {
  const chosen = localStorage.getItem('throughline-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.colorMode = chosen;
} catch {
  // Storage is closed to us: the system decides.
}

// Zod would try to compile its checks with `new Function`, which the content policy forbids and reports. It decides
// when the first schema is made, and modules of shared chunks run before any line of ours could call `z.config`.
globalThis.__zod_globalConfig = { jitless: true };
