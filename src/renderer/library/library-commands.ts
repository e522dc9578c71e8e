import {
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Bookmark,
  BookmarkPlus,
  ChartColumn,
  CheckCheck,
  ClipboardPaste,
  Copy,
  Eraser,
  FileDown,
  FileInput,
  FolderPlus,
  Folders,
  History,
  Languages,
  Library,
  PanelLeft,
  PanelRight,
  PencilLine,
  Quote,
  Redo2,
  Rows3,
  Search,
  Settings as Gear,
  SunMoon,
  Table2,
  Tag,
  Tags,
  Trash2,
  Undo2,
  X,
} from 'lucide-react';
import type { Facets } from '#contract/search.ts';
import type { Settings } from '#contract/settings.ts';
import type { useDeskWords, useSeeingWords, useWords } from '../api/words.tsx';
import type { Command } from '../commands/commands.ts';
import { pasteKey } from '../commands/keys.ts';
import type { View } from './use-view.ts';

/** The dialogs that commands open. */
export type Asked =
  | 'import'
  | 'settings'
  | 'tags'
  | 'copies'
  | 'empty-trash'
  | 'save-search'
  | 'tag'
  | 'collect'
  | 'batch'
  | 'edit'
  | 'export'
  | 'history';

/** What commands are about, and what carries them out. */
export type Desk = {
  w: ReturnType<typeof useWords>;
  g: ReturnType<typeof useSeeingWords>;
  d: ReturnType<typeof useDeskWords>;
  settings: Settings;
  view: View;
  facets: Facets | undefined;
  /** Articles that a command is done to: those chosen, or the one that is read. */
  count: number;
  open: boolean;
  readOnly: boolean;
  total: number;
  set: (change: Partial<Settings>) => void;
  toggleSidebar: () => void;
  ask: (what: Asked) => void;
  find: () => void;
  back: () => void;
  cite: () => void;
  trash: () => void;
  undo: () => void;
  redo: () => void;
  selectAll: () => void;
  unchoose: () => void;
  walk: (step: number) => void;
  /** Shows the result as a picture, or no longer. */
  look: () => void;
};

export function libraryCommands(desk: Desk): Command[] {
  const { w, d, g, settings, view, count, open, readOnly, set, ask } = desk;
  const none = count === 0;
  const trashed = view.filters.state === 'trashed';
  const many = count > 1;
  const themes = ['system', 'light', 'dark'] as const;
  const next = themes[(themes.indexOf(settings.theme) + 1) % themes.length]!;
  return [
    { id: 'find', label: d.find, icon: Search, keys: [{ code: 'KeyF', ctrl: true }, { code: 'Slash' }], run: desk.find },
    { id: 'import', label: w.import, icon: FileInput, keys: [{ code: 'KeyO', ctrl: true }], run: () => ask('import') },
    {
      id: 'paste',
      label: d.pasteIn,
      also: 'حافظة clipboard paste',
      icon: ClipboardPaste,
      keys: [pasteKey],
      native: true,
      off: readOnly,
      // Its dialog says how.
      run: () => ask('import'),
    },
    {
      id: 'cite',
      label: d.cite,
      icon: Quote,
      keys: [{ code: 'KeyC' }, { code: 'KeyC', ctrl: true, shift: true }],
      off: none,
      run: desk.cite,
    },
    { id: 'tag', label: many ? d.addTagTo : w.addTag, icon: Tag, keys: [{ code: 'KeyT' }], off: none || readOnly, run: () => ask('tag') },
    { id: 'collect', label: d.addTo, icon: FolderPlus, keys: [{ code: 'KeyG' }], off: none || readOnly, run: () => ask('collect') },
    {
      id: 'edit',
      label: many ? d.batchEdit : w.edit,
      icon: PencilLine,
      keys: [{ code: 'KeyE' }, { code: 'KeyE', ctrl: true }],
      off: none || readOnly,
      run: () => ask(many ? 'batch' : 'edit'),
    },
    {
      id: 'history',
      label: w.history,
      also: 'نسخ revisions',
      icon: History,
      keys: [{ code: 'KeyH' }],
      off: count !== 1,
      run: () => ask('history'),
    },
    {
      id: 'export',
      label: many ? d.exportChosen : none ? d.exportWhole : w.export,
      icon: FileDown,
      keys: [{ code: 'KeyP', ctrl: true }],
      off: none && desk.total === 0,
      run: () => ask('export'),
    },
    {
      id: 'trash',
      label: trashed ? w.restore : w.moveToTrash,
      icon: trashed ? ArchiveRestore : Trash2,
      keys: [{ code: 'Delete' }],
      off: none || readOnly,
      run: desk.trash,
    },
    { id: 'undo', label: w.undo, icon: Undo2, keys: [{ code: 'KeyZ', ctrl: true }], off: readOnly, run: desk.undo },
    {
      id: 'redo',
      label: d.redo,
      icon: Redo2,
      keys: [
        { code: 'KeyZ', ctrl: true, shift: true },
        { code: 'KeyY', ctrl: true },
      ],
      off: readOnly,
      run: desk.redo,
    },
    {
      id: 'select-all',
      label: d.selectAll,
      icon: CheckCheck,
      keys: [{ code: 'KeyA', ctrl: true }],
      off: desk.total === 0,
      run: desk.selectAll,
    },
    { id: 'unchoose', label: d.unchoose, icon: X, off: !many, run: desk.unchoose },
    { id: 'next', label: d.nextItem, icon: ArrowDown, keys: [{ code: 'KeyJ' }], off: desk.total === 0, run: () => desk.walk(1) },
    { id: 'previous', label: d.previousItem, icon: ArrowUp, keys: [{ code: 'KeyK' }], off: desk.total === 0, run: () => desk.walk(-1) },
    { id: 'back', label: d.back, icon: X, keys: [{ code: 'Escape' }], off: !open && !many && !view.see, run: desk.back },
    { id: 'see', label: view.see ? g.close : g.see, icon: ChartColumn, keys: [{ code: 'KeyV' }], run: desk.look },
    { id: 'save-search', label: d.saveSearch, icon: BookmarkPlus, off: readOnly, run: () => ask('save-search') },
    { id: 'all', label: w.all, icon: Library, off: !trashed, run: () => view.put((p) => p.delete('state')) },
    { id: 'trashed', label: w.trash, icon: Trash2, off: trashed, run: () => view.put((p) => p.set('state', 'trashed')) },
    { id: 'empty-trash', label: w.emptyTrash, icon: Eraser, off: !trashed || readOnly || desk.total === 0, run: () => ask('empty-trash') },
    {
      id: 'layout',
      label: d.toggleLayout,
      icon: Table2,
      keys: [{ code: 'KeyL' }],
      run: () => set({ layout: settings.layout === 'cards' ? 'table' : 'cards' }),
    },
    {
      id: 'density',
      label: d.toggleDensity,
      icon: Rows3,
      keys: [{ code: 'KeyD' }],
      run: () => set({ density: settings.density === 'roomy' ? 'compact' : 'roomy' }),
    },
    {
      id: 'sidebar',
      label: settings.sidebar === 'shown' ? d.hideSidebar : d.showSidebar,
      icon: settings.language === 'ar' ? PanelRight : PanelLeft,
      keys: [{ code: 'KeyB' }, { code: 'KeyB', ctrl: true }],
      run: desk.toggleSidebar,
    },
    { id: 'theme', label: `${d.toggleTheme}: ${w[next]}`, icon: SunMoon, run: () => set({ theme: next }) },
    {
      id: 'language',
      label: d.toggleLanguage,
      also: 'اللغة عربي Arabic English language',
      icon: Languages,
      run: () => set({ language: settings.language === 'ar' ? 'en' : 'ar' }),
    },
    { id: 'tags', label: w.manageTags, also: 'وسم tag', icon: Tags, run: () => ask('tags') },
    { id: 'copies', label: w.copies, icon: Copy, run: () => ask('copies') },
    { id: 'settings', label: w.settings, icon: Gear, keys: [{ code: 'Comma', ctrl: true }], run: () => ask('settings') },
    ...places(desk),
  ];
}

/** Saved searches, collections and tags, to go there by name. */
function places({ settings, facets, view }: Desk): Command[] {
  const { searches, collections } = settings.shelf;
  const to = (key: string, value: string) => (): void =>
    view.put((p) => {
      for (const one of Array.from(p.keys())) p.delete(one);
      p.set(key, value);
    });
  const collected = new Set([...collections, ...(facets?.collection ?? []).map(({ value }) => value)]);
  return [
    ...searches.map((search) => ({
      id: `search:${search.name}`,
      label: search.name,
      icon: Bookmark,
      place: true,
      run: () => view.recall(search),
    })),
    ...[...collected].map((name) => ({ id: `collection:${name}`, label: name, icon: Folders, place: true, run: to('collection', name) })),
    ...(facets?.tag ?? []).map(({ value }) => ({ id: `tag:${value}`, label: value, icon: Tag, place: true, run: to('tag', value) })),
  ];
}
