// Links of a block, by their place in the text as it is printed.
/** Leads to an address, or is the mark of a note. */
export type PrintedLink = { start: number; end: number; url?: string; note?: string };

type Stretch = { start: number; end: number; url?: string; note?: string };

/** Links to the web and to mail, and marks of notes, in order, that do not overlap; `printed` gives the text as it is printed. */
export function printedLinks(text: string, links: readonly Stretch[], printed: (text: string) => string): PrintedLink[] {
  const place = (at: number): number => printed(`${text.slice(0, at)}x`).length - 1;
  const out: PrintedLink[] = [];
  // The mark of a note is often a link within its page.
  for (const { start, end, url, note } of links.toSorted(
    (a, b) => a.start - b.start || Number(b.note !== undefined) - Number(a.note !== undefined),
  )) {
    const target = note === undefined ? { url: url === undefined ? undefined : addressOf(url) } : { note };
    const [from, to] = [place(start), place(end)];
    if ((target.url ?? target.note) !== undefined && from < to && from >= (out.at(-1)?.end ?? 0))
      out.push({ start: from, end: to, ...target });
  }
  return out;
}

/** In ASCII, as a URI is (ISO 32000-1 12.6.4.7). */
function addressOf(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return /^(?:https?|mailto):$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The links of a stretch of the text, each at its own index: one that is not wholly within it leads nowhere there. */
export const linksWithin = (links: readonly PrintedLink[], { start, end }: { start: number; end: number }): PrintedLink[] =>
  links.map((link) =>
    link.start >= start && link.end <= end
      ? { ...link, start: link.start - start, end: link.end - start }
      : { ...link, start: -1, end: -1 },
  );

/** The links of the same text without its first units. */
export const linksAfter = (links: readonly PrintedLink[], cut: number): PrintedLink[] =>
  links.flatMap((link) => (link.end > cut ? [{ ...link, start: Math.max(0, link.start - cut), end: link.end - cut }] : []));
