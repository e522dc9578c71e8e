// Blocks of lines placed on pages: a heading stays with what follows, no page begins or ends with a lone line, and notes stand
// at the foot of the page on which their marks are.
export interface BlockHeight {
  lines: number;
  leading: number;
  spaceAfter: number;
  keepWithNext: boolean;
  /** Stays on one page, if a page has room for it. */
  together?: boolean;
  /** Blocks to be shown again where a page begins with this one: the head of its table. */
  heads?: readonly number[];
  /** Of each line, the notes whose marks stand in it, as blocks that are `aside`. */
  notes?: readonly (readonly number[])[];
  /** Not in the flow: a note. */
  aside?: boolean;
}
export interface Slice {
  block: number;
  from: number;
  to: number;
  page: number;
  /** Points below the top of the text area. */
  y: number;
  /** Shown before, and shown again at the head of a page. */
  again?: boolean;
  /** The first note of its page. */
  firstNote?: boolean;
}

/** Between text and notes; points. */
const NOTE_GAP = 16;

/** `topOf`: where each page begins, below the top of the text area. */
export function paginate(blocks: readonly BlockHeight[], height: number, topOf = (_page: number): number => 0): Slice[] {
  const out: Slice[] = [];
  let page = 0;
  let y = topOf(0);
  /** Where the page begins, below what is shown again. */
  let top = y;
  /** Notes of this page, and of pages before that had no room for them. */
  let notes: number[] = [];
  const tall = (some: readonly number[] = []): number =>
    some.reduce((sum, one) => sum + blocks[one]!.lines * blocks[one]!.leading + blocks[one]!.spaceAfter, 0);
  const foot = (more: readonly number[] = []): number => (notes.length + more.length > 0 ? NOTE_GAP + tall(notes) + tall(more) : 0);
  const turn = (): void => {
    const placed: number[] = [];
    while (notes.length > 0 && (placed.length === 0 || NOTE_GAP + tall([...placed, notes[0]!]) <= height - y)) placed.push(notes.shift()!);
    let at = height - tall(placed);
    for (const block of placed) {
      out.push({ block, from: 0, to: blocks[block]!.lines, page, y: at, ...(block === placed[0] ? { firstNote: true } : {}) });
      at += tall([block]);
    }
    page++;
    y = top = topOf(page);
  };
  blocks.forEach((block, at) => {
    if (block.aside) return;
    let from = 0;
    // A head that takes much of a page is not worth showing again.
    const heads = tall(block.heads) <= height / 3 ? (block.heads ?? []) : [];
    const notesOf = (count: number): number[] => (block.notes ?? []).slice(from, from + count).flat();
    while (from < block.lines) {
      const left = block.lines - from;
      const fits = (count: number): boolean => y + count * block.leading + foot(notesOf(count)) <= height + 1e-6;
      let take = Math.min(left, Math.max(0, Math.floor((height - y - foot() + 1e-6) / block.leading)));
      while (take > 0 && !fits(take)) take--;
      if (y === top) take = Math.max(1, take);
      if (take < left && left - take < 2) take = left - 2;
      const next = blocks[at + 1];
      const lonely = take < left && (take < 2 || (block.together && left * block.leading <= height - tall(heads)));
      const stranded =
        block.keepWithNext && next && y + left * block.leading + block.spaceAfter + 2 * next.leading + foot(notesOf(left)) > height;
      if (y > top && (take <= 0 || lonely || stranded)) {
        turn();
        for (const head of heads) {
          out.push({ block: head, from: 0, to: blocks[head]!.lines, page, y, again: true });
          y += tall([head]);
        }
        top = y;
        continue;
      }
      take = Math.max(1, take);
      out.push({ block: at, from, to: from + take, page, y });
      notes.push(...notesOf(take));
      y += take * block.leading;
      from += take;
    }
    y += block.spaceAfter;
  });
  while (notes.length > 0) turn();
  return out;
}
