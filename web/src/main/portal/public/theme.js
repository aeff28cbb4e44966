// Runs before the first paint, so that a dark portal does not flash white. The rest is in shell/theme.ts.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('magnus.theme');
  } catch (blocked) {
    // storage may be switched off: the system's theme is used
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('pf-v6-theme-dark', dark);
})();
