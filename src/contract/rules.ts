// A pack of rules: what an outlet prints around its articles, written by a person and shared as one JSON file.
import * as z from 'zod';

const line = z.string().trim().min(1).max(300);
const lines = z.array(line).max(2000).default([]);
const selector = z.string().trim().min(1).max(500);
const selectors = z.array(selector).max(500).default([]);

export const rulePackSchema = z.strictObject({
  /** Version of this shape. */
  pack: z.literal(1),
  /** Also the name of its file. */
  name: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,79}$/u, '1–80: ا–ي a–z 0–9 . _ -'),
  /** Addresses of the outlet, without www.: its subdomains are the outlet too. */
  hosts: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}.-]+$/u, 'example.org'),
    )
    .max(200)
    .default([]),
  /** Lines by which a page's text without an address is known to be the outlet's. Without hosts and marks a pack is for all. */
  marks: lines,
  /** Lines that are taken out when the whole line, in any spelling, is one of these or several of them. */
  furniture: lines,
  /** Lines that are taken out, with all short lines behind them when no paragraph of the article follows. */
  endings: lines,
  /** Lines that no rule takes out, be it of this pack or of the program. */
  keep: lines,
  /** CSS selectors of elements that are taken out of a saved page. */
  remove: selectors,
  /** CSS selectors of the element that holds the article: the first that is on the page. */
  article: selectors,
});
export type RulePack = z.infer<typeof rulePackSchema>;
