// Runs before the first paint, so that a chosen theme never flashes the other one. Without a choice the system decides.
try {
  const chosen = localStorage.getItem('throughline-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.colorMode = chosen;
} catch {
  // Storage is closed to us: the system decides.
}
