import { BookOpenText, LibraryBig, SearchX, Trash2 } from 'lucide-react';
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DuplicateCluster } from '#contract/contract.ts';
import { plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import {
  deskWordsOf,
  readingWordsOf,
  seeingWordsOf,
  sentenceOf,
  useDeskWords,
  useReadingWords,
  useSeeingWords,
  useSettings,
  useWords,
  wordsOf,
} from '../api/words.tsx';
import { BatchDialog } from '../batch/batch-dialog.tsx';
import { NameForMany } from '../batch/name-for-many.tsx';
import { SelectionPanel } from '../batch/selection-panel.tsx';
import { ImportDialog } from '../capture/import-dialog.tsx';
import type { Incoming } from '../capture/incoming.ts';
import { countsOf, hasRefused, wasStopped } from '../capture/report.tsx';
import { useImport } from '../capture/use-import.ts';
import type { Command } from '../commands/commands.ts';
import { Palette } from '../commands/palette.tsx';
import { useKeys } from '../commands/use-keys.ts';
import { CopiesDialog } from '../copies/copies-dialog.tsx';
import { guideCommands } from '../guide/guide-commands.ts';
import { HelpDialog } from '../guide/help-dialog.tsx';
import { MessagesDialog } from '../guide/messages-dialog.tsx';
import { Tour } from '../guide/tour.tsx';
import { useMessages } from '../guide/use-messages.ts';
import { ExportMany } from '../export/export-many.tsx';
import { useExportMany } from '../export/use-export-many.ts';
import { Notices } from '../notices/notices.tsx';
import { EmptyTrash } from '../purge/empty-trash.tsx';
import { type ItemDialog, itemDialogs, Reader } from '../reader/reader.tsx';
import { Seeing } from '../seeing/seeing.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { beginDrag } from '../shelf/dragged.ts';
import { SaveSearch } from '../shelf/saved-searches.tsx';
import { TagsDialog } from '../tags/tags-dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Toast } from '../ui/toast.tsx';
import { Jobs } from '../work/jobs.tsx';
import { type Notify, useWayBack } from '../work/use-way-back.ts';
import { useWork } from '../work/use-work.ts';
import css from './library.module.css';
import { type Asked, type Desk, libraryCommands } from './library-commands.ts';
import { List } from './list.tsx';
import { ListHead } from './list-head.tsx';
import { isNarrow } from './narrow.ts';
import { PaneEdge, usePaneWidth } from './pane-edge.tsx';
import { SearchNotes } from './search-notes.tsx';
import { Sidebar } from './sidebar.tsx';
import { useDesk } from './use-desk.ts';
import { useDwell } from './use-dwell.ts';
import { useDrop } from './use-drop.ts';
import { usePaste } from './use-paste.ts';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';
import { useView } from './use-view.ts';

type OpenDialog = Asked | 'palette' | 'help' | 'messages' | 'export-many' | 'export-one' | ItemDialog | null;

/** The focus goes to an article as soon as it is there. */
function goInto(id: string, patience = 60): void {
  const article = document.querySelector<HTMLElement>(`#article[data-item="${CSS.escape(id)}"]`);
  if (article) article.focus({ preventScroll: true });
  else if (patience > 0) requestAnimationFrame(() => goInto(id, patience - 1));
}

/** The focus goes to the list, or without one to the search box, as soon as it is in sight. */
function goToList(box: HTMLElement | null, patience = 60): void {
  const target = document.getElementById('list') ?? box;
  target?.focus();
  if (document.activeElement !== target && patience > 0) requestAnimationFrame(() => goToList(box, patience - 1));
}

/** The one screen: what narrows, the list, and the article. */
export function Library({ id }: { id?: string | undefined }) {
  const settings = useSettings();
  const { language } = settings;
  const readOnly = useReadOnly();
  const w = useWords();
  const d = useDeskWords();
  const r = useReadingWords();
  const g = useSeeingWords();
  const view = useView(id);
  const list = useRows(view);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const { notice, said, tell, close: unsay } = useMessages();
  /** Those of an import, to be shown. */
  const [copies, setCopies] = useState<readonly DuplicateCluster[]>();
  const [full, setFull] = useState(false);
  const readerAble = useRef<readonly Command[]>([]);
  const box = useRef<HTMLInputElement>(null);
  const close = () => setDialog(null);
  // What was said in one language is not left standing in the other.
  const [spoken, setSpoken] = useState(language);
  if (spoken !== language) {
    setSpoken(language);
    unsay();
  }
  const notify: Notify = (text, act) => tell({ text, act });
  const onFail = (error: unknown) => tell({ text: sentenceOf(error, language), stays: true });
  const work = useWork({ notify, onFail });
  const shown = useWayBack(notice, work);
  const { set, setShelf, runBatch, cite } = useDesk({ work, notify, onFail });
  const exportMany = useExportMany({ work, notify, onFail });
  // Whoever looks at the dialog sees it there.
  const imports = useImport((told) => {
    const text = [...(wasStopped(told) ? [d.importStopped] : []), countsOf(told, d, settings)].join(' ');
    if (dialog !== 'import') tell({ text, stays: hasRefused(told), lead: { label: d.seeReport, go: () => setDialog('import') } });
  });
  const importJob =
    imports.running && dialog !== 'import'
      ? [{ key: -1, label: imports.stopping ? d.stopping : w.import, done: imports.done, total: imports.total, cancel: imports.cancel }]
      : [];
  const pane = usePaneWidth((listWidth) => set({ listWidth }));

  const dwell = useDwell((next) => {
    // Whoever reads on from one article to the next is in the next.
    if (document.activeElement?.closest('main')) goInto(next);
    view.open(next, { quietly: id !== undefined });
  });
  /** Opens an article at once, or none: what the keys came to before is not opened any more. */
  const open = (next: string | undefined, how?: { quietly?: boolean }) => {
    dwell.forget();
    if (next !== id) view.open(next, how);
  };
  const openSoon = (next: string) => {
    // An article would take the place of the list that the keys walk in.
    if (id !== undefined || !isNarrow()) dwell.on(next === id ? undefined : next);
  };
  const selection = useSelection(view, list, openSoon, onFail);
  // What is done by keys is done to what is read, when a link or the way back led to it.
  const arrived = useEffectEvent((now: string) => {
    const walked = dwell.last();
    if (walked !== undefined && walked !== now) return;
    dwell.forget();
    if (selection.only !== undefined && selection.only !== now) selection.follow(now);
  });
  useEffect(() => {
    if (id !== undefined) arrived(id);
  }, [id]);
  /** Opens an article now, and goes into it. */
  const read = (next: string) => {
    open(next);
    goInto(next);
  };
  const many = selection.count > 1;
  const trash = view.filters.state === 'trashed';
  /** What a command is done to. */
  const scope = many || selection.only !== undefined ? selection.scope : { ids: id ? [id] : [] };
  const count = many ? selection.count : selection.only !== undefined || id ? 1 : 0;

  /** False, with the reason told, when nothing can be taken in. */
  const importing = () => {
    if (readOnly) tell({ text: w.readOnly[readOnly], stays: true });
    else setDialog('import');
    return readOnly === null;
  };
  const drop = useDrop((files) => {
    if (importing()) imports.choose(files);
  });
  const takePasted = (files: Incoming[]) => {
    if (files.length === 0) tell({ text: d.nothingPasted, stays: true });
    else if (importing()) imports.choose(files);
  };
  usePaste(takePasted, dialog === null || dialog === 'import');
  const toList = () =>
    // The dialog gives the focus back in the next frame, to a button that is gone with its article.
    requestAnimationFrame(() => requestAnimationFrame(() => goToList(box.current)));
  /** Back from the article; the focus goes to the list when it was in what is gone. */
  const leave = () => {
    const held = document.activeElement?.closest('main') != null;
    open(undefined);
    if (held) toList();
  };
  const toggleSidebar = () => {
    const hides = settings.sidebar === 'shown';
    const held = document.activeElement?.closest('#sidebar') != null;
    set({ sidebar: hides ? 'hidden' : 'shown' });
    if (!hides || !held) return;
    // In a narrow window an article has the place of the list.
    if (id !== undefined && isNarrow()) goInto(id);
    else toList();
  };
  const gone = (purged: number) => {
    tell({ text: plural(purged, w.purged, settings) });
    open(undefined);
    toList();
  };
  // With its dialog the button that opened it may be gone: the focus is not left nowhere.
  const asked = useRef(false);
  useEffect(() => {
    const closed = asked.current && dialog === null;
    asked.current = dialog !== null;
    if (!closed) return;
    const wait = setTimeout(() => document.activeElement === document.body && goToList(box.current), 120);
    return () => clearTimeout(wait);
  }, [dialog]);
  const toTrash = () => {
    if (count === 0 || readOnly) return;
    const label = trash ? w.restore : w.moveToTrash;
    const told = (changed: number) => plural(changed, trash ? d.restoredMany : d.trashedMany, settings);
    void runBatch(label, scope, { state: trash ? 'active' : 'trashed' }, told).then((changed) => {
      if (changed) selection.drop();
      // With the last of the list the list is gone.
      if (document.activeElement === document.body) toList();
    });
  };
  const onDrag = (e: DragEvent, index: number) => {
    const row = list.at(index);
    if (!row) return e.preventDefault();
    const whole = selection.has(row.id) && many;
    const what = whole ? { scope: selection.scope, count: selection.count } : { scope: { ids: [row.id] }, count: 1 };
    beginDrag(e.dataTransfer, { kind: 'items', ...what }, row.title);
  };
  /** Opens a dialog of the article that is chosen, which may not be open yet. */
  const askOf = (what: ItemDialog) => {
    const one = selection.only ?? id;
    if (one === undefined) return tell({ text: w.pick });
    open(one, { quietly: id !== undefined });
    setDialog(what);
  };
  const focusSearch = () => {
    box.current?.focus();
    box.current?.select();
    // In an empty box: what was searched for before.
    box.current?.click();
  };
  const desk: Desk = {
    w,
    d,
    g,
    settings,
    view,
    count,
    set,
    toggleSidebar,
    facets: list.facets,
    open: id !== undefined,
    readOnly: readOnly !== null,
    total: list.total ?? 0,
    ask: (what) => {
      if (what === 'import') importing();
      else if (what === 'export' && count !== 1) setDialog('export-many');
      else if (what === 'export' || what === 'edit' || what === 'history') askOf(what);
      else setDialog(what);
    },
    find: focusSearch,
    back: () => (full ? setFull(false) : many ? selection.clear() : view.see ? view.look(undefined) : leave()),
    cite: () => void cite(scope, count),
    trash: toTrash,
    undo: () => work.undo(),
    redo: () => work.redo(),
    selectAll: () => {
      selection.all();
      document.getElementById('list')?.focus();
    },
    unchoose: selection.clear,
    look: () => view.look(view.see ? undefined : 'timeline'),
    walk: (step) => {
      // The keys that follow are for the row, but for whoever reads on in the article.
      if (!document.activeElement?.closest('main')) document.getElementById('list')?.focus();
      selection.choose(Math.max(0, selection.active + step));
    },
  };
  // oxlint-disable-next-line react/refs -- the functions that look at them are called by keys, later
  const commands = libraryCommands(desk);
  /** Commands by their names in the other language; places have one name. */
  const otherNames = (): ReadonlyMap<string, string> => {
    const other = language === 'ar' ? 'en' : 'ar';
    const words = { w: wordsOf(other), d: deskWordsOf(other), g: seeingWordsOf(other) };
    const named = [...libraryCommands({ ...desk, ...words, facets: undefined }), ...guideCommands(readingWordsOf(other), setDialog)];
    return new Map(named.map(({ id: command, label }) => [command, label]));
  };
  const withPalette = [
    { id: 'palette', label: d.palette, icon: SearchX, keys: [{ code: 'KeyK', ctrl: true }], run: () => setDialog('palette') },
    ...commands,
    ...guideCommands(r, setDialog),
  ];
  useKeys(withPalette, settings.keys === 'on');
  const searching = view.query.trim() !== '';
  const { narrowed } = view;
  const none = searching
    ? { text: w.noHits, hint: narrowed ? w.noHitsHint : w.noHitsWordsHint }
    : narrowed
      ? { text: d.noneFiltered, hint: d.noneFilteredHint }
      : trash
        ? { text: w.noTrash }
        : { text: w.noItems, hint: w.noItemsHint };
  return (
    <div className={css.whole} {...drop.target}>
      <Notices />
      <div
        className={css.window}
        data-pane={many ? 'both' : view.see || id ? 'reader' : 'list'}
        data-side={settings.sidebar}
        data-seeing={view.see !== undefined && !many}
        style={{ '--list': `${pane.width}px` } as Record<string, string>}
      >
        <button type="button" className={css.skip} onClick={() => document.getElementById('list')?.focus()}>
          {w.skip}
        </button>
        <Sidebar
          {...{ view, work, notify, setShelf }}
          facets={list.facets}
          settled={list.settled}
          onImport={importing}
          onOpen={setDialog}
        />
        <section className={css.list} aria-label={w.library}>
          <ListHead
            view={view}
            box={box}
            total={list.total}
            chosen={selection.count}
            error={list.error}
            set={set}
            onSidebar={toggleSidebar}
            onEmptyTrash={() => setDialog('empty-trash')}
            onDown={() => {
              document.getElementById('list')?.focus();
              selection.choose(0);
            }}
          />
          <SearchNotes note={list.note} onQuery={(query) => view.put((p) => p.set('q', query))} />
          {list.total ? (
            <List
              {...{ view, selection, onDrag }}
              rows={list}
              total={list.total}
              open={id}
              label={w.library}
              onRead={read}
              onDelete={toTrash}
            />
          ) : (
            list.total === 0 && <Empty icon={searching || narrowed ? SearchX : trash ? Trash2 : LibraryBig} {...none} />
          )}
        </section>
        <PaneEdge pane={pane} />
        <main className={css.reader}>
          {many ? (
            <SelectionPanel
              count={selection.count}
              trashed={trash}
              onDo={(what) => {
                if (what === 'trash') toTrash();
                else if (what === 'cite') void cite(scope, count);
                else if (what === 'unchoose') selection.clear();
                else setDialog(what);
              }}
            />
          ) : view.see ? (
            <Seeing view={view} see={view.see} />
          ) : id ? (
            <Reader
              key={id}
              id={id}
              query={view.query.trim()}
              dialog={itemDialogs.find((one) => one === dialog) ?? null}
              onDialog={setDialog}
              onOtherFormats={() => setDialog('export-one')}
              notify={notify}
              href={view.hrefOf}
              onFail={onFail}
              onGone={() => gone(1)}
              onLeave={leave}
              {...{ set, full }}
              onFull={setFull}
              onCommands={(able) => {
                readerAble.current = able;
              }}
            />
          ) : settings.tour === 'new' && !readOnly ? (
            <Tour onDone={() => set({ tour: 'seen' })} />
          ) : (
            <Empty icon={BookOpenText} text={w.pick} />
          )}
        </main>
      </div>
      <Jobs jobs={[...importJob, ...work.jobs]} />
      {drop.over && <div className={css.drop}>{w.dropHere}</div>}
      {dialog === 'import' && (
        <ImportDialog
          imports={imports}
          href={view.hrefOf}
          onOpen={close}
          onCopies={(clusters) => {
            setCopies(clusters);
            setDialog('copies');
          }}
          onClose={() => {
            imports.giveUp();
            if (!imports.running) imports.clear();
            close();
          }}
        />
      )}
      {dialog === 'settings' && <SettingsDialog onClose={close} onFail={onFail} />}
      {dialog === 'tags' && <TagsDialog onClose={close} notify={notify} onFail={onFail} />}
      {dialog === 'copies' && (
        <CopiesDialog
          given={copies}
          href={view.hrefOf}
          onClose={() => {
            setCopies(undefined);
            close();
          }}
          {...{ notify, onFail }}
        />
      )}
      {dialog === 'empty-trash' && <EmptyTrash onClose={close} onFail={onFail} onGone={gone} />}
      {dialog === 'save-search' && <SaveSearch view={view} setShelf={setShelf} onClose={close} />}
      {(dialog === 'tag' || dialog === 'collect') && (
        <NameForMany
          many={many}
          list={dialog === 'tag' ? 'tags' : 'collections'}
          known={(list.facets?.collection ?? []).map(({ value }) => value)}
          onRun={(batch, told) => void runBatch(dialog === 'tag' ? d.tagSelection : d.addTo, scope, batch, told)}
          onClose={close}
        />
      )}
      {dialog === 'batch' && (
        <BatchDialog scope={scope} count={count} onRun={(batch) => void runBatch(d.batchEdit, scope, batch)} onClose={close} />
      )}
      {dialog === 'palette' && (
        <Palette commands={withPalette.slice(1)} more={() => readerAble.current} otherNames={otherNames} onClose={close} />
      )}
      {dialog === 'help' && <HelpDialog commands={() => [...withPalette, ...readerAble.current]} onClose={close} />}
      {dialog === 'messages' && <MessagesDialog said={said} onClose={close} />}
      {dialog === 'export-many' && (
        <ExportMany
          count={count > 0 ? count : (list.total ?? 0)}
          what={count > 0 ? 'chosen' : 'whole'}
          onRun={(asked) => void exportMany(count > 0 ? scope : { query: view.query, filters: view.filters }, view.sort, asked)}
          onClose={close}
        />
      )}
      {dialog === 'export-one' && id !== undefined && (
        <ExportMany count={1} what="one" onRun={(asked) => void exportMany({ ids: [id] }, view.sort, asked)} onClose={close} />
      )}
      <Toast notice={shown} onClose={unsay} />
    </div>
  );
}
