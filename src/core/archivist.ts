// Carries out acts on an open archive: one after another, durable first, then indexed, then told.
import type { EventPublisher } from '@orpc/server';
import { actOf } from '#contract/batch.ts';
import type { ArchiveEvent } from '#contract/contract.ts';
import { Failure, isFailure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import type { Store } from './archive/store.types.ts';
import type { Settings } from '#contract/settings.ts';
import { type Act, type ActEvent, type Change, itemOf, patchOf } from './catalog/change.ts';
import { reanchored } from './catalog/annotations.ts';
import { captured, type Direction, type Part, partOf, shelfPartOf, shelfStepped, type Step, stepped } from './catalog/step.ts';
import { portionsInTurns, portionsOf } from './archive/portions.ts';
import type { SearchIndex } from './search/search-index.ts';
import { createSteps, type Steps } from './steps.ts';
import { nextTurn, oneAfterAnother } from './turns.ts';

/** For acts that take their time. Cancelled before all is read, nothing is changed. */
export type Doing = { signal?: AbortSignal | undefined; onProgress?: ((progress: { done: number; total: number }) => void) | undefined };

type Reading = { signal: AbortSignal | undefined; onRead: (done: number) => void; gone: boolean | undefined };
export type Stepped = { act: string | null; event: ActEvent | null; changed: number; kept: number };

export type Archivist = {
  /** Reads the item named (full identifier or unambiguous beginning). Throws item.missing, item.ambiguous. */
  read(id: string): Promise<Item>;
  /**
   * Reads, changes and keeps items as one whole act. Unchanged items are left out of it. Gives back what the items became,
   * in full for a few of them: the first hundred; and the name of the act, if there was one.
   */
  change(
    event: ActEvent,
    ids: readonly string[],
    edit: (item: Item) => Item | Promise<Item>,
    doing?: Doing & {
      /** What becomes of the settings in the same act. */
      settings?: ((now: Settings) => Settings) | undefined;
    },
  ): Promise<{ items: Item[]; changed: number; act: string | undefined }>;
  /**
   * Undoes the last act of this session that was not undone yet, or does the last undone one again: as a new act. Throws act.overtaken when
   * that is not the act that was named.
   */
  step(direction: Direction, doing?: Doing & { act?: string | undefined }): Promise<Stepped>;
  readonly steps: Steps;
  /** Keeps whole acts, each for itself; they become durable together. Those of one name in `together` are undone as one. */
  commit(...acts: { event: ActEvent; changes: readonly Change[]; together?: string | undefined }[]): Promise<void>;
  /** Runs work with no other act in between. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Takes in what other devices and programs did meanwhile. */
  refresh(): Promise<void>;
  /** Takes in what another program did to a record's file; called while nothing else is done. */
  onForeign: ((id: string) => Promise<void>) | undefined;
  /** Makes one of what devices made of items apart; called while nothing else is done. */
  onApart: ((ids: readonly string[]) => Promise<void>) | undefined;
  readonly events: ArchiveEvents;
};

export type ArchiveEvents = EventPublisher<{ archive: ArchiveEvent }>;

const GIVEN_BACK = 100;
/** Records read side by side. */
const READ_AT_ONCE = 64;
/** Changes that the index takes in without a pause: those of one act, and those of many acts that came together. */
const INDEXED_AT_ONCE = { act: 50, acts: 256 };
const TOLD = 1000;

export function createArchivist(store: Store, index: SearchIndex, clock: () => Date, events: ArchiveEvents): Archivist {
  const alone = oneAfterAnother();

  async function keep(
    acts: readonly Act[],
    { items, onPart }: { items?: ReadonlyMap<string, Item>; onPart?: (done: number) => void } = {},
  ) {
    const whole = acts.filter(({ changes }) => changes.length > 0);
    if (whole.length === 0) return;
    const done = await Promise.all(whole.map((act) => store.commit(act)));
    const changes = whole.flatMap((act) => act.changes);
    // It is done; were the index to miss some of it, it would take that from the journal.
    let indexed = 0;
    const atOnce = whole.length > 1 ? INDEXED_AT_ONCE.acts : INDEXED_AT_ONCE.act;
    // To keep it took its time already.
    if (changes.length > atOnce) await nextTurn();
    for await (const portion of portionsInTurns(changes, atOnce)) {
      await index.apply(portion, items);
      indexed += portion.length;
      if (changes.length > atOnce) onPart?.(indexed);
    }
    index.note(done.at(-1)!.marks);
    tell(changes);
  }

  /** Reads the items to change, some side by side. `gone`: whether one that is no more is passed over. */
  async function readAll(ids: readonly string[], { signal, onRead, gone }: Reading, take: (item: Item) => Promise<void> | void) {
    let done = 0;
    for (const portion of portionsOf(ids, READ_AT_ONCE)) {
      signal?.throwIfAborted();
      const found = await Promise.all(portion.map((id) => (gone ? read(id).catch(undefinedWhenMissing) : read(id))));
      for (const item of found) if (item) await take(await answeredFor(item));
      done += portion.length;
      if (ids.length > READ_AT_ONCE) onRead?.(done);
    }
  }

  function tell(changes: readonly Change[]): void {
    const ids = changes.flatMap((change) => itemOf(change) ?? []);
    events.publish('archive', { kind: ids.length > 0 ? 'items-changed' : 'settings-changed', ids: ids.slice(0, TOLD) });
  }

  async function read(id: string): Promise<Item> {
    const full = fullId(index, id);
    const item = (await store.read(full)) ?? (await readAnew(full));
    if (!item) throw new Failure('item.missing', { id });
    return item;
  }

  async function refreshNow(): Promise<void> {
    const entries = await store.refresh();
    if (entries.length === 0 && index.isCurrent()) return;
    if (index.own) {
      const changes = entries.flatMap((entry) => (entry.op === 'tx' ? entry.act.changes : []));
      index.noteApart(entries);
      await index.apply(changes);
      for (const entry of entries) if (entry.op === 'checkpoint') await index.seal(entry.records ?? []);
      index.note(store.marks);
    }
    const acts = entries.flatMap((entry) => (entry.op === 'tx' ? [entry.act] : []));
    if (acts.length > 0) tell(acts.flatMap(({ changes }) => changes));
    await archivist.onApart?.(index.takeApart());
  }

  /** A writer beside us may have made it a moment ago. */
  async function readAnew(id: string): Promise<Item | undefined> {
    if (store.readOnly === undefined) return undefined;
    await refreshNow();
    return store.read(id);
  }

  /** To change a record is to answer for what it was: a change that is not ours is taken in as an act of its own first. */
  async function answeredFor(item: Item): Promise<Item> {
    const digest = store.digestOf(item.id, item.revision);
    if (!archivist.onForeign || digest === undefined || store.isOpen(item.id)) return item;
    const known = index.db.prepare('SELECT digest FROM items WHERE id = ?').get(item.id)?.['digest'];
    if (typeof known !== 'string' || known === digest) return item;
    await archivist.onForeign(item.id);
    return read(item.id);
  }

  const steps = createSteps();
  let shelved = 0;
  /** Of an act on nothing but the shelf. */
  const shelfAct = (): string => `shelf@${++shelved}`;

  /** What was changed, with the settings, as one act; `step` is what it can be undone by. */
  async function changeNow(
    event: ActEvent,
    ids: readonly string[],
    edit: (item: Item) => Item | Promise<Item>,
    { settings, gone, signal, onProgress }: Doing & { settings?: ((now: Settings) => Settings) | undefined; gone?: boolean },
  ): Promise<{ items: Item[]; changed: number; step: Step }> {
    const items: Item[] = [];
    const changed = new Map<string, Item>();
    const changes: Change[] = [];
    const parts: Part[] = [];
    const asked = [...new Set(ids)];
    const unique = asked.length > GIVEN_BACK ? await index.inOrder(asked) : asked;
    // What is read is half of the work, what is indexed the other.
    const total = unique.length * 2;
    const onRead = (done: number): void => onProgress?.({ done, total });
    await readAll(unique, { signal, onRead, gone }, async (before) => {
      const after = reanchored(before, await edit(before));
      if (items.length < GIVEN_BACK) items.push(after);
      if (after === before) return;
      const patch = patchOf(before, after);
      changes.push(patch);
      parts.push(partOf(before, patch));
      if (changed.size < GIVEN_BACK) changed.set(after.id, after);
    });
    const now = settings?.(store.settings);
    const shelf = now && shelfPartOf(store.settings.shelf, now.shelf);
    if (now && shelf) changes.push({ op: 'settings', settings: now });
    signal?.throwIfAborted();
    await keep([{ event, at: clock().toISOString(), changes }], {
      items: changed,
      onPart: (done) => onProgress?.({ done: unique.length + done, total }),
    });
    const [first] = changed.values();
    return { items, changed: parts.length, step: { act: first ? actOf(first) : shelfAct(), event, parts, shelf } };
  }

  async function stepNow(direction: Direction, { act, ...doing }: Doing & { act?: string | undefined }): Promise<Stepped> {
    const step = steps.peek(direction);
    if (act !== undefined && step?.act !== act) throw new Failure('act.overtaken', {});
    if (!step) return { act: null, event: null, changed: 0, kept: 0 };
    const parts = new Map(step.parts.map((part) => [part.id, part]));
    let kept = 0;
    const { shelf } = step;
    const { changed } = await changeNow(
      direction,
      [...parts.keys()],
      (item) => {
        const { item: next, kept: stays } = stepped(item, parts.get(item.id)!, direction);
        if (stays) kept++;
        return next;
      },
      { ...doing, gone: true, settings: shelf && ((now) => ({ ...now, shelf: shelfStepped(now.shelf, shelf, direction) })) },
    );
    steps.move(direction);
    return { act: step.act, event: step.event, changed, kept };
  }

  /** What whole acts can be undone by: what was taken in, and what became of the shelf. */
  function stepOf(event: ActEvent, changes: readonly Change[]): Step {
    const taken = event === 'capture' ? changes.flatMap((change) => (change.op === 'put' ? change.item : [])) : [];
    const parts = taken.map(({ id }) => captured(id));
    const settings = changes.findLast((change) => change.op === 'settings')?.settings;
    const act = taken[0] ? actOf(taken[0]) : shelfAct();
    return { act, event, parts, shelf: settings && shelfPartOf(store.settings.shelf, settings.shelf) };
  }

  const archivist: Archivist = {
    onForeign: undefined,
    onApart: undefined,
    read,
    alone,
    events,
    steps,
    async commit(...acts) {
      const at = clock().toISOString();
      const made = acts.map(({ event, changes, together }): Step => ({ ...stepOf(event, changes), together }));
      await keep(acts.map(({ event, changes }) => ({ event, at, changes })));
      for (const step of made) steps.add(step);
      const gone = acts.flatMap(({ changes }) => changes.flatMap((change) => (change.op === 'remove' ? change.id : [])));
      if (gone.length > 0) steps.forget(new Set(gone));
    },
    change: (event, ids, edit, doing = {}) =>
      alone(async () => {
        const { step, ...told } = await changeNow(event, ids, edit, doing);
        steps.add(step);
        return { ...told, act: told.changed > 0 ? step.act : undefined };
      }),
    step: (direction, doing = {}) => alone(() => stepNow(direction, doing)),
    refresh: () => alone(refreshNow),
  };
  return archivist;
}

function undefinedWhenMissing(error: unknown): undefined {
  if (!isFailure(error) || error.code !== 'item.missing') throw error;
}

/** A beginning of an identifier stands for it when only one has it, as with abbreviated commits. */
function fullId(index: SearchIndex, id: string): string {
  if (id.length >= 36 || !/^[0-9a-f-]{4,}$/.test(id)) return id;
  const rows = index.db.prepare('SELECT id FROM items WHERE id >= ? AND id < ? LIMIT 2').all(id, `${id}~`);
  if (rows.length > 1) throw new Failure('item.ambiguous', { id });
  return (rows[0]?.['id'] as string | undefined) ?? id;
}
