// The blocks of an article placed on pages, in one column or more; its head stands over all of them.
import type { PageFrame } from '#core/typeset/page.ts';
import { paginate, type Slice } from '#core/typeset/paginate.ts';
import type { TextBlock } from './article.ts';
import { heightOf, type SetBlock, setBlocks, type Setting } from './set-blocks.ts';

/** `frame` is that of its column. */
export type PlacedSlice = { set: SetBlock; slice: Slice; frame: PageFrame };
type Layout = { columns: number; rtl: boolean /** The last block of the head. */; headEnds: number };

/** Between columns; points. */
const GAP = 24;

export function layOut(
  blocks: readonly TextBlock[],
  frame: PageFrame,
  setting: Omit<Setting, 'measure' | 'height'>,
  layout: Layout,
): PlacedSlice[] {
  const { columns, rtl, headEnds } = layout;
  const height = frame.bottom - frame.top;
  const setIn = (some: readonly TextBlock[], measure: number): SetBlock[] => setBlocks(some, { ...setting, measure, height });
  const pagesOf = (set: readonly SetBlock[], topOf?: (page: number) => number): Slice[] => paginate(set.map(heightOf), height, topOf);
  const placed = (set: readonly SetBlock[], slices: readonly Slice[]): PlacedSlice[] =>
    slices.flatMap((slice) => (set[slice.block] ? [{ set: set[slice.block]!, slice, frame }] : []));
  const together = (): PlacedSlice[] => {
    const set = setIn(blocks, frame.measure);
    return placed(set, pagesOf(set));
  };
  if (columns === 1) return together();
  const head = setIn(blocks.slice(0, headEnds + 1), frame.measure);
  const over = pagesOf(head);
  const under = head.reduce((sum, { rows, block }) => sum + rows.length * block.leading + block.spaceAfter, 0);
  if (under > height / 2) return together();
  const measure = (frame.measure - GAP * (columns - 1)) / columns;
  const body = setIn(blocks.slice(headEnds + 1), measure);
  const slices = pagesOf(body, (page) => (page < columns ? under : 0));
  return [
    ...placed(head, over),
    ...placed(body, slices).map(({ set, slice }) => {
      const column = slice.page % columns;
      const start = column * (measure + GAP);
      const left = rtl ? frame.right - start - measure : frame.left + start;
      return {
        set,
        slice: { ...slice, page: Math.floor(slice.page / columns) },
        frame: { ...frame, left, right: left + measure, measure },
      };
    }),
  ];
}
