// Blocks of lines placed on pages: a heading stays with what follows, and no page begins or ends with a lone line.
export interface BlockHeight {
  lines: number;
  leading: number;
  spaceAfter: number;
  keepWithNext: boolean;
  /** Stays on one page, if a page has room for it. */
  together?: boolean;
  /** Blocks to be shown again where a page begins with this one: the head of its table. */
  heads?: readonly number[];
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
}

/** `topOf`: where each page begins, below the top of the text area. */
export function paginate(blocks: readonly BlockHeight[], height: number, topOf = (_page: number): number => 0): Slice[] {
  const out: Slice[] = [];
  let page = 0;
  let y = topOf(0);
  /** Where the page begins, below what is shown again. */
  let top = y;
  const tall = (heads: readonly number[] = []): number =>
    heads.reduce((sum, head) => sum + blocks[head]!.lines * blocks[head]!.leading + blocks[head]!.spaceAfter, 0);
  blocks.forEach((block, at) => {
    let from = 0;
    // A head that takes much of a page is not worth showing again.
    const heads = tall(block.heads) <= height / 3 ? (block.heads ?? []) : [];
    while (from < block.lines) {
      const left = block.lines - from;
      let room = Math.floor((height - y + 1e-6) / block.leading);
      if (y === top) room = Math.max(1, room);
      let take = Math.min(left, room);
      if (take < left && left - take < 2) take = left - 2;
      const next = blocks[at + 1];
      const lonely = take < left && (take < 2 || (block.together && left * block.leading <= height - tall(heads)));
      const stranded = block.keepWithNext && next && y + left * block.leading + block.spaceAfter + 2 * next.leading > height;
      if (y > top && (take <= 0 || lonely || stranded)) {
        page++;
        y = topOf(page);
        for (const head of heads) {
          out.push({ block: head, from: 0, to: blocks[head]!.lines, page, y, again: true });
          y += tall([head]);
        }
        top = y;
        continue;
      }
      take = Math.max(1, take);
      out.push({ block: at, from, to: from + take, page, y });
      y += take * block.leading;
      from += take;
    }
    y += block.spaceAfter;
  });
  return out;
}
