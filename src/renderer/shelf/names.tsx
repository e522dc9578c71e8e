import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Hierarchy } from '#contract/batch.ts';
import { cleanName, isWithin, LEVEL, leafOf, parentOf, withParents } from '#contract/hierarchy.ts';
import type { Facets } from '#contract/search.ts';
import type { ShelfChange, TagColour } from '#contract/shelf.ts';
import { plural } from '#i18n/locale.ts';
import { fill } from '#i18n/message.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { colourOf } from '../library/tag-chip.tsx';
import type { View } from '../library/use-view.ts';
import type { Work } from '../work/use-work.ts';
import { beginDrag, dragged } from './dragged.ts';
import { NameDialog, type NameQuestion } from './name-dialog.tsx';
import { nameTree } from './name-tree.ts';
import css from './shelf.module.css';
import { Tree } from './tree.tsx';
import { useAgreed } from './use-agreed.ts';

export type NamesProps = {
  list: Hierarchy;
  facets: Facets | undefined;
  /** The facets are of what is listed now, and no others are awaited. */
  settled: boolean;
  view: View;
  work: Work;
  notify: (text: string) => void;
  setShelf: (change: ShelfChange) => void;
};

const keys = { tags: 'tag', collections: 'collection' } as const;
/** So few are shown with all that lies within them; once they are, one more name does not shut them all. */
const FEW = 12;

/** Collections, or tags, as a tree: they narrow the list, take what is dropped on them, and are named, moved and coloured here. */
export function Names({ list, facets, settled, view, work, notify, setShelf }: NamesProps) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const reason = useReadOnly();
  const readOnly = reason !== null;
  const key = keys[list];
  const chosen = view.url.getAll(key);
  const agreed = useAgreed(facets, view.url, settled && !work.busy);
  const counted = agreed.facets?.[key] ?? [];
  const more = [...agreed.url.getAll(key), ...(list === 'collections' ? agreed.arranged : [])];
  const all = withParents([...counted.map(({ value }) => value), ...more]);
  const [turned, turn] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [open, setOpen] = useState(false);
  const stays = all.length === 0 ? open : all.length <= (open ? 2 * FEW : FEW);
  if (stays !== open) setOpen(stays);
  const expanded = new Set(all.filter((name) => turned.get(name) ?? (stays || chosen.some((one) => one !== name && isWithin(one, name)))));
  const nodes = nameTree(counted, more, expanded, s.language);
  const [question, ask] = useState<NameQuestion | null>(null);
  const [cut, setCut] = useState<string>();

  const label = list === 'tags' ? w.tags : d.collections;
  const told = (what: string) => (changed: number) => `${what} · ${plural(changed, d.changed, s)}`;
  const rename = (from: string, to: string): void => {
    if (cleanName(to) === from) return;
    void work
      .run(
        d.rename,
        (signal) => api.batch.rename({ list, from, to }, { signal }),
        told(fill(d.renamed, { from: leafOf(from), to: cleanName(to) })),
      )
      .then((changed) => {
        if (changed === undefined) return;
        // What the list is narrowed by goes by its new name.
        if (chosen.some((one) => isWithin(one, from))) {
          view.put((p) => {
            const names = p.getAll(key).map((one) => (isWithin(one, from) ? cleanName(to) + one.slice(from.length) : one));
            p.delete(key);
            for (const one of new Set(names)) p.append(key, one);
          });
        }
      });
  };
  const moveInto = (from: string, parent: string): void => rename(from, parent === '' ? leafOf(from) : parent + LEVEL + leafOf(from));
  const choose = (name: string): void =>
    view.put((p) => {
      const on = p.has(key, name);
      // One collection at a time is looked into; tags must all be there.
      if (list === 'collections') p.delete(key);
      if (on) p.delete(key, name);
      else p.append(key, name);
    });
  const act = (id: string, name: string): void => {
    if (reason) notify(w.readOnly[reason]);
    else if (id === 'rename' || id === 'move' || id === 'new' || id === 'colour') ask({ ask: id, list, name });
    else if (id === 'remove')
      void work.run(
        d.removeName,
        (signal) => api.batch.remove({ list, name }, { signal }),
        told(fill(d.nameRemoved, { name: leafOf(name) })),
      );
    else if (id === 'cut') {
      setCut(name);
      notify(d.cutName.replace('{name}', leafOf(name)));
    } else if (id === 'paste' && cut !== undefined && !isWithin(name, cut)) {
      moveInto(cut, name);
      setCut(undefined);
    }
  };
  const takes = (name: string): boolean => {
    const what = dragged();
    if (!what || readOnly) return false;
    return what.kind === 'items' || (what.list === list && !isWithin(name, what.name) && (parentOf(what.name) ?? '') !== name);
  };
  const drop = (name: string): void => {
    const what = dragged();
    if (what?.kind === 'name') moveInto(what.name, name);
    if (what?.kind === 'items' && name !== '') {
      const start = (signal: AbortSignal) => api.batch.run({ scope: what.scope, batch: { add: { [list]: [name] } } }, { signal });
      void work.run(list === 'tags' ? d.tagSelection : d.addTo, start, (changed) =>
        fill(plural(changed, list === 'tags' ? d.tagged : d.collected, s), { name }),
      );
    }
  };
  const paint = (name: string, colour: TagColour | undefined): void => {
    const { [name]: _, ...others } = s.shelf.colours;
    setShelf({ colours: colour ? { ...others, [name]: colour } : others });
  };
  const actions = [
    { id: 'rename', label: d.rename },
    { id: 'move', label: d.moveInto },
    ...(list === 'collections' ? [{ id: 'new', label: d.newInside }] : [{ id: 'colour', label: d.colour }]),
    { id: 'remove', label: d.removeName },
  ];
  if (nodes.length === 0 && list === 'tags') return null;
  return (
    <section aria-label={label}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is dropped on it can be moved there by the menu too */}
      <h2
        className={css.title}
        onDragOver={(e) => {
          if (dragged()?.kind === 'name' && takes('')) e.preventDefault();
        }}
        onDrop={() => drop('')}
      >
        {label}
        {list === 'collections' && (
          <button
            type="button"
            className={css.add}
            aria-label={d.newCollection}
            title={d.newCollection}
            disabled={readOnly}
            onClick={() => ask({ ask: 'new', list, name: '' })}
          >
            <Plus size={15} />
          </button>
        )}
      </h2>
      {nodes.length > 0 && (
        <Tree
          label={label}
          nodes={nodes}
          chosen={chosen}
          {...(list === 'tags' ? { colourOf: (name: string) => colourOf(name, s.shelf.colours) } : {})}
          actions={actions}
          onChoose={choose}
          onExpand={(name, open) => turn(new Map(turned).set(name, open))}
          onAct={act}
          onDrag={(e, name) => beginDrag(e.dataTransfer, { kind: 'name', list, name }, name)}
          takes={takes}
          onDrop={drop}
        />
      )}
      {question && (
        <NameDialog
          question={question}
          names={all}
          colour={s.shelf.colours[question.name]}
          onRename={(to) => rename(question.name, to)}
          onNew={(name) => setShelf({ collections: [...new Set([...s.shelf.collections, cleanName(name)])] })}
          onColour={(colour) => paint(question.name, colour)}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );
}
