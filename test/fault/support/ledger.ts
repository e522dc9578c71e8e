// What was reported done, and what was under way when the end came. Held against what is found afterwards: nothing
// reported is lost, and an act is there whole or not at all.
export type Known = { revision: number; state: 'active' | 'trashed'; title: string; notes: string; tags: string[] };
export type Act =
  | { kind: 'import'; titles: string[] }
  | { kind: 'edit'; id: string; notes: string }
  | { kind: 'tag'; tag: string; ids: string[] }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'trash' | 'restore' | 'purge'; ids: string[] };

/** What an act makes of each item that it touches; undefined for one that is purged. */
export type Intent = Map<string, Known | undefined>;
export type Items = ReadonlyMap<string, Known>;

export function knownOf(item: Known): Known {
  const { revision, state, title, notes, tags } = item;
  return { revision, state, title, notes, tags: [...tags] };
}

export function intentOf(act: Act, items: Items): Intent {
  const next = (id: string, change: Partial<Known>): [string, Known] => {
    const item = items.get(id)!;
    return [id, { ...item, ...change, revision: item.revision + 1 }];
  };
  const withState = (ids: string[], state: Known['state']): Intent =>
    new Map(ids.filter((id) => items.get(id)!.state !== state).map((id) => next(id, { state })));
  switch (act.kind) {
    case 'import':
      return new Map();
    case 'edit':
      return new Map([next(act.id, { notes: act.notes })]);
    case 'tag':
      return new Map(act.ids.map((id) => next(id, { tags: [...items.get(id)!.tags, act.tag] })));
    case 'rename':
      return new Map(
        [...items]
          .filter(([, { tags }]) => tags.includes(act.from))
          .map(([id, { tags }]) => next(id, { tags: tags.map((tag) => (tag === act.from ? act.to : tag)) })),
      );
    case 'trash':
      return withState(act.ids, 'trashed');
    case 'restore':
      return withState(act.ids, 'active');
    case 'purge':
      return new Map(act.ids.map((id) => [id, undefined]));
  }
}

const same = (a: Known | undefined, b: Known | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(knownOf(a)) === JSON.stringify(knownOf(b)));

export class Ledger {
  /** Everything reported done. */
  readonly items = new Map<string, Known>();
  readonly #gone = new Set<string>();
  /** What may have happened or not, in the order in which it was begun. */
  #doubtful: Intent[] = [];
  readonly #underWay = new Set<string>();
  acts = 0;

  /** Items that no unfinished act has touched: what becomes of them can be told beforehand. */
  get certain(): Items {
    const touched = new Set(this.#doubtful.flatMap((intent) => [...intent.keys()]));
    return new Map([...this.items].filter(([id]) => !touched.has(id)));
  }

  /** False for a rename that may touch items of which it is not certain what they are. */
  canTell(act: Act): boolean {
    if (act.kind !== 'rename') return true;
    const touched = this.#doubtful.flatMap((intent) => [...intent].flatMap(([id, known]) => [known, this.items.get(id)]));
    return !touched.some((known) => known?.tags.includes(act.from));
  }

  /** An act begins: until it is reported it may have happened or not. What is reported after the cut counts as doubtful too. */
  begin(act: Act): { done(imported?: [string, Known][], late?: boolean): void } {
    const intent = intentOf(act, this.#doubtful.length === 0 ? this.items : this.#tentative());
    if (intent.size > 0) this.#doubtful.push(intent);
    if (act.kind === 'import') for (const title of act.titles) this.#underWay.add(title);
    return {
      done: (imported = [], late = false) => {
        // Each article of an import is an act of its own.
        const fresh = imported.map(([id, known]): Intent => new Map([[id, knownOf(known)]]));
        if (late) {
          this.#doubtful.push(...fresh);
          return;
        }
        this.acts += 1;
        this.#doubtful = this.#doubtful.filter((one) => one !== intent);
        for (const one of [intent, ...fresh]) this.#adopt(one);
        for (const [, { title }] of imported) this.#underWay.delete(title);
      },
    };
  }

  #tentative(): Items {
    const items = new Map<string, Known>(this.items);
    for (const intent of this.#doubtful) {
      for (const [id, known] of intent) {
        if (known) items.set(id, known);
        else items.delete(id);
      }
    }
    return items;
  }

  #adopt(intent: Intent): void {
    for (const [id, known] of intent) {
      if (known) this.items.set(id, known);
      else {
        this.items.delete(id);
        this.#gone.add(id);
      }
    }
  }

  /** Of acts upon the same items the first few happened, each of them whole. */
  #settle(intents: readonly Intent[], found: Items): string[] {
    for (let count = intents.length; count >= 0; count--) {
      const after = new Map<string, Known | undefined>(
        intents.flatMap((intent) => [...intent.keys()].map((id) => [id, this.items.get(id)])),
      );
      for (const intent of intents.slice(0, count)) for (const [id, known] of intent) after.set(id, known);
      if (![...after].every(([id, known]) => same(found.get(id), known))) continue;
      for (const intent of intents.slice(0, count)) this.#adopt(intent);
      return [];
    }
    const now = intents.flatMap((intent) => [...intent.keys()].map((id) => [id, found.get(id)]));
    return [`an act is torn: of ${JSON.stringify(intents.map((intent) => [...intent]))} is found ${JSON.stringify(now)}`];
  }

  /** Gives what is wrong, in words; what is found counts as reported from now on. */
  compare(found: Items): string[] {
    const wrong = together(this.#doubtful).flatMap((intents) => this.#settle(intents, found));
    this.#doubtful = [];
    for (const [id, known] of this.items) {
      const now = found.get(id);
      if (!same(now, known)) wrong.push(`${id} was reported as ${JSON.stringify(known)} and is ${JSON.stringify(now)}`);
    }
    for (const [id, known] of found) {
      if (this.#gone.has(id)) wrong.push(`${id} was purged and is there again`);
      else if (!this.items.has(id) && !this.#underWay.delete(known.title)) wrong.push(`${id} came from nowhere: ${JSON.stringify(known)}`);
      this.items.set(id, knownOf(known));
    }
    return wrong;
  }
}

/** Those that touch the same items, directly or by others, stand together, in their order. */
function together(intents: readonly Intent[]): Intent[][] {
  let groups: { ids: Set<string>; intents: Intent[] }[] = [];
  for (const intent of intents) {
    const joined = groups.filter(({ ids }) => [...intent.keys()].some((id) => ids.has(id)));
    const ids = new Set([...joined.flatMap((group) => [...group.ids]), ...intent.keys()]);
    const members = new Set([...joined.flatMap((group) => group.intents), intent]);
    groups = [...groups.filter((group) => !joined.includes(group)), { ids, intents: intents.filter((one) => members.has(one)) }];
  }
  return groups.map((group) => group.intents);
}
