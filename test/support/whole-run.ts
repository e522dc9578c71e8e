/** `WARRAQ_E2E=full`: every spec on every host; else what fits in a quarter of an hour. */
export const wholeRun = process.env['WARRAQ_E2E'] === 'full';
