// Which articles are chosen: some, or all but some. The mouse and the keys do what they do in lists everywhere.
import { useEffectEvent, useLayoutEffect, useState } from 'react';
import type { Scope } from '#contract/batch.ts';
import { api } from '../api/client.ts';
import type { Listed, Rows } from './use-rows.ts';

/** With `all`, `ids` are the exceptions. `active` is the row of the keyboard, `anchor` where a stretch begins. */
type State = { all: boolean; ids: ReadonlySet<string>; active: number; activeId: string | undefined; anchor: number };
const none: State = { all: false, ids: new Set(), active: -1, activeId: undefined, anchor: 0 };

export type Selection = {
  has: (id: string) => boolean;
  count: number;
  /** -1 when no row is. */
  active: number;
  /** What an act on the selection is done to. */
  scope: Scope;
  /** The only one that is chosen. */
  only: string | undefined;
  /** A press on a row, or the keyboard coming to it. */
  choose: (index: number, how?: { toggle?: boolean; stretch?: boolean }) => void;
  /** The keyboard goes to a row and leaves the selection as it is. */
  visit: (index: number) => void;
  all: () => void;
  /** Only the row of the keyboard is left. */
  clear: () => void;
  /** An article was opened from elsewhere: its row is chosen, or none where it is not in the list. */
  follow: (id: string) => void;
  /** Nothing is: what was chosen is gone from the list. */
  drop: () => void;
};

/** `listed` is what the list shows: when it changes nothing is chosen any more. `onOnly` hears of an article that alone was chosen. */
export function useSelection(listed: Listed, rows: Rows, onOnly: (id: string) => void, onFail: (error: unknown) => void): Selection {
  const [state, set] = useState<State>(none);
  const key = JSON.stringify([listed.query, listed.filters]);
  const [of, setOf] = useState(key);
  if (of !== key) {
    setOf(key);
    set(none);
  }
  const { all, ids } = state;
  const total = rows.total ?? 0;
  // What came in above moves the row; it is known by its article.
  const moved = state.activeId === undefined || rows.at(state.active)?.id === state.activeId ? -1 : rows.indexOf(state.activeId);
  const active = moved >= 0 ? moved : Math.min(state.active, total - 1);
  const has = (id: string): boolean => ids.has(id) !== all;

  const stretch = useEffectEvent(async (from: number, to: number): Promise<string[]> => {
    const here = Array.from({ length: to - from + 1 }, (_, n) => rows.at(from + n)?.id);
    if (here.every((id) => id !== undefined)) return here;
    const { query, filters, sort } = listed;
    return (await api.item.ids({ ...filters, query, sort, offset: from, limit: to - from + 1 })).ids;
  });

  // A row that the keyboard came to before it was here is chosen when it comes.
  const due = rows.at(active)?.id;
  const arrive = useEffectEvent((id: string) => {
    if (state.active < 0 || state.activeId !== undefined || all || ids.size > 0) return;
    set({ ...state, ids: new Set([id]), activeId: id });
    onOnly(id);
  });
  useLayoutEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the row has come from outside
    if (due !== undefined) arrive(due);
  }, [due]);

  return {
    has,
    active,
    count: all ? Math.max(0, total - ids.size) : ids.size,
    scope: all ? { query: listed.query, filters: listed.filters, except: [...ids] } : { ids: [...ids] },
    only: !all && ids.size === 1 ? [...ids][0] : undefined,
    choose(index, { toggle = false, stretch: whole = false } = {}) {
      if (index < 0 || index >= total) return;
      const id = rows.at(index)?.id;
      if (whole) {
        const anchor = Math.max(0, state.anchor);
        const [from, to] = anchor < index ? [anchor, index] : [index, anchor];
        set({ ...state, active: index, activeId: id });
        void stretch(from, to).then((chosen) => set((now) => ({ ...now, all: false, ids: new Set(chosen) })), onFail);
        return;
      }
      if (toggle && id !== undefined) {
        const next = new Set(ids);
        if (next.has(id)) next.delete(id);
        else next.add(id);
        set({ all, ids: next, active: index, activeId: id, anchor: index });
        return;
      }
      set({ all: false, ids: new Set(id === undefined ? [] : [id]), active: index, activeId: id, anchor: index });
      if (id !== undefined) onOnly(id);
    },
    visit(index) {
      if (index >= 0 && index < total) set({ ...state, active: index, activeId: rows.at(index)?.id });
    },
    follow(id) {
      const index = rows.indexOf(id);
      set(index < 0 ? none : { all: false, ids: new Set([id]), active: index, activeId: id, anchor: index });
    },
    drop: () => set({ ...none, active: Math.min(state.active, total - 1) }),
    all: () => set({ ...state, all: true, ids: new Set() }),
    clear() {
      const id = state.activeId;
      set({ ...state, all: false, ids: new Set(id === undefined ? [] : [id]) });
    },
  };
}
