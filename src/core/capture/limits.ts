// Bounds of one input. Above them a file is something else than an article.
export const MAX_BYTES = 20_000_000;
export const MAX_LINE = 2_000_000;
export const MAX_TITLE = 300;
/** Files that hold others, and scans. */
export const MAX_CONTAINER_BYTES = 200_000_000;
/** Containers within containers: a mail in a zip archive; no archive in an archive in an archive. */
export const MAX_DEPTH = 2;
/** What one container may unpack to, in bytes and in entries. */
export const MAX_UNPACKED = 200_000_000;
export const MAX_ENTRIES = 10_000;
/** Times its packed size that an entry may grow: text reaches 20, a bomb 1000. */
export const MAX_RATIO = 200;
