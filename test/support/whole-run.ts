/** `WARRAQ_E2E=full`: every spec on every host, in every language and theme; else what fits in a quarter of an hour. */
export const wholeRun = process.env['WARRAQ_E2E'] === 'full';

/** Of the four looks of a screen two show both languages and both themes: enough outside a whole run, and on the double, which shows the same page in the same Chromium. */
export const isSpared = (language: 'ar' | 'en', theme: 'light' | 'dark', host: string): boolean =>
  (language === 'ar') === (theme === 'dark') && (!wholeRun || host === 'double');
