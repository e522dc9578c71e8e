/** The window has room for the list or an article, not for both, as at 200 % zoom; library.module.css keeps to it. */
export const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;
