/** Points. */
export const PAGE_SIZES = { a4: [595.28, 841.89], a5: [419.53, 595.28], letter: [612, 792] } as const;
export type PageSize = keyof typeof PAGE_SIZES;
export interface PageFrame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  measure: number;
}
/** The text area: edges as distances from the top left of the page, in points. */
export function pageFrame(size: PageSize): PageFrame {
  const [width, height] = PAGE_SIZES[size];
  const side = width * 0.135;
  return { width, height, left: side, right: width - side, top: height * 0.115, bottom: height * 0.885, measure: width - 2 * side };
}
