import { widthOfAll } from '#core/typeset/line.ts';
import type { LineRun } from '#core/typeset/runs.ts';

/** Runs of a line, `from` and up to `to`, that belong to one link or to none; points. */
export type LinkStretch = { link: number | undefined; from: number; to: number; left: number; right: number };

/** `extra` is added to every space. */
export function linkStretches(runs: readonly LineRun[], extra: number): LinkStretch[] {
  const out: LinkStretch[] = [];
  runs.forEach(({ link, x, tokens }, at) => {
    const last = out.at(-1);
    const right = x + widthOfAll(tokens, extra);
    if (last && last.link === link) Object.assign(last, { to: at + 1, left: Math.min(last.left, x), right: Math.max(last.right, right) });
    else out.push({ link, from: at, to: at + 1, left: x, right });
  });
  return out;
}
