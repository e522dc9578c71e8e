import { cleanName } from '#contract/hierarchy.ts';

/** Names as people write several on one line, between commas of either script. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،؛;\n]/u)
      .map(cleanName)
      .filter(Boolean),
  ),
];
