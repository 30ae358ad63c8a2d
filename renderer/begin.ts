/** Milliseconds; a window that nobody sees paints nothing. */
const longestPaint = 100;

if (/Linux/.test(navigator.userAgent) && !/Android/.test(navigator.userAgent)) {
  document.documentElement.dataset.system = 'linux';
  void import('@fontsource-variable/inter');
}
// The frame of index.html is seen while the rest is loaded.
await new Promise<void>(resolve => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, longestPaint);
});
await import('./main.tsx');
