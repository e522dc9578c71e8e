// Takes in the words of articles that are only listed yet, in portions that leave time for a window's key presses.
import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../archive/store.types.ts';
import { nextTurn } from '../turns.ts';
import type { Segments } from './segments/segments.ts';
import { type IndexWriter, wordsOf } from './writer.ts';

/** Articles read side by side, and analysed in one go. */
const AT_ONCE = 40;
/** Milliseconds that writing may hold up an answer. */
const SLICE = 25;

type Parts = { readonly db: DatabaseSync; readonly segments: Segments; readonly writer: IndexWriter };
type Listed = { readonly row: number; readonly id: string };

/** Until there are none left; then what was written is put together. */
export async function completeWordsOnce({ db, segments, writer }: Parts, store: Store, onProgress?: (done: number) => void): Promise<void> {
  const next = db.prepare('SELECT row, id FROM items WHERE worded = 0 AND row > ? ORDER BY row LIMIT ?');
  const open = db.prepare('SELECT 1 FROM items WHERE row = ? AND id = ? AND worded = 0');
  for (let done = 0; ; ) {
    const portion = segments.portion();
    const words = new Map<number, { readonly id: string; readonly words: number }>();
    const gone: string[] = [];
    for (let after = 0; !portion.isFull; ) {
      const rows = next.all(after, AT_ONCE) as Listed[];
      if (rows.length === 0) break;
      const items = await Promise.all(rows.map(({ id }) => store.read(id)));
      for (const [at, { row, id }] of rows.entries()) {
        const item = items[at];
        if (!item) {
          gone.push(id);
          continue;
        }
        const found = wordsOf(item);
        portion.add(row, found);
        words.set(row, { id, words: found.body.length });
      }
      after = rows.at(-1)!.row;
      onProgress?.(done + words.size);
      await nextTurn();
    }
    if (words.size + gone.length === 0) break;
    while (portion.writeSlice(SLICE)) await nextTurn();
    writer.change(() => {
      // Meanwhile an article may have been changed, and its words taken in with that.
      const isOpen = (row: number): boolean => open.get(row, words.get(row)!.id) !== undefined;
      if (!portion.finish(isOpen)) return;
      for (const [row, { words: count }] of words) if (isOpen(row)) writer.worded(row, count);
      for (const id of gone) writer.remove(id);
    });
    done += words.size;
  }
  while (segments.mergeSlice(SLICE)) await nextTurn();
}
