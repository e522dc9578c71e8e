// Blocks of lines placed on pages: a heading stays with what follows, and no page begins or ends with a lone line.
export interface BlockHeight {
  lines: number;
  leading: number;
  spaceAfter: number;
  keepWithNext: boolean;
}
export interface Slice {
  block: number;
  from: number;
  to: number;
  page: number;
  /** Points below the top of the text area. */
  y: number;
}

export function paginate(blocks: readonly BlockHeight[], height: number): Slice[] {
  const out: Slice[] = [];
  let page = 0;
  let y = 0;
  blocks.forEach((block, at) => {
    let from = 0;
    while (from < block.lines) {
      const left = block.lines - from;
      let room = Math.floor((height - y + 1e-6) / block.leading);
      if (y === 0) room = Math.max(1, room);
      let take = Math.min(left, room);
      if (take < left && left - take < 2) take = left - 2;
      const next = blocks[at + 1];
      const lonely = take < left && take < 2;
      const stranded = block.keepWithNext && next && y + left * block.leading + block.spaceAfter + 2 * next.leading > height;
      if (y > 0 && (take <= 0 || lonely || stranded)) {
        page++;
        y = 0;
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
