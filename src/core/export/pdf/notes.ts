// Footnotes of an article: which blocks are notes, what their marks are, and the marks that the source did not show.
import type { Block, BlockLink } from '#contract/item.ts';
import type { AnnotatedBlock, Tint } from '../annotated.ts';
import { cellsIn } from '../cells.ts';

export type MarkedBlock = AnnotatedBlock & {
  /** Of a note that a mark leads to: what stands before its text. */
  label?: string;
};

/**
 * Marks without characters of their own become `(1)`, `(2)` … in `digits`; notes that no mark leads to are blocks like others,
 * and marks that lead nowhere are text.
 */
export function withNotes(body: readonly AnnotatedBlock[], digits: (text: string) => string): MarkedBlock[] {
  const notes = new Set(body.flatMap(({ note }) => (note === undefined ? [] : [note])));
  const labels = new Map<string, string>();
  const marked = body.map((block): AnnotatedBlock => {
    let { text } = block;
    let links: BlockLink[] = [...(block.links ?? [])];
    let tints: Tint[] = [...(block.tints ?? [])];
    let { cells } = block;
    const marks: NonNullable<Block['marks']> = [];
    let shift = 0;
    for (const mark of (block.marks ?? []).toSorted((a, b) => a.start - b.start)) {
      if (!notes.has(mark.note) || block.note !== undefined) continue;
      const [start, end] = [mark.start + shift, mark.end + shift];
      const shown = text.slice(start, end).trim();
      const label = labels.get(mark.note) ?? (shown || `(${digits(String(labels.size + 1))})`);
      labels.set(mark.note, label);
      if (shown) {
        marks.push({ ...mark, start, end });
        continue;
      }
      const more = label.length - (end - start);
      const pushed = <T extends { start: number; end: number }>(one: T): T => ({
        ...one,
        start: one.start >= end ? one.start + more : one.start,
        end: one.end > start ? one.end + more : one.end,
      });
      const next = text.slice(0, start) + label + text.slice(end);
      // What stands at the end of a cell is in it.
      cells &&= cellsIn(
        next,
        { text, cells },
        (at) => (at > start ? at + more : at),
        (at) => (at >= end ? at + more : at),
      );
      text = next;
      links = links.map(pushed);
      tints = tints.map(pushed);
      marks.push({ ...mark, start, end: start + label.length });
      shift += more;
    }
    return { ...block, text, links, marks, ...(tints.length > 0 ? { tints } : {}), ...(cells ? { cells } : {}) };
  });
  const begun = new Set<string>();
  return marked.map((block) => {
    const { note } = block;
    const label = note === undefined ? undefined : labels.get(note);
    if (note === undefined || label === undefined) return { ...block, note: undefined };
    const first = !begun.has(note);
    begun.add(note);
    const bare = label.replace(/[()[\]]/g, '');
    const shown = block.text.trimStart().replace(/^[([]/, '').startsWith(bare);
    return { ...block, ...(first && !shown ? { label } : {}) };
  });
}
