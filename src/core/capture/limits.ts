// Bounds of one input. Above them a file is something else than an article.
export const MAX_BYTES = 20_000_000;
export const MAX_LINE = 2_000_000;
export const MAX_TITLE = 300;
