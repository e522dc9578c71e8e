import { BookOpenText, LibraryBig, SearchX, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { ImportDialog } from '../capture/import-dialog.tsx';
import { useImport } from '../capture/use-import.ts';
import { CopiesDialog } from '../copies/copies-dialog.tsx';
import { Notices } from '../notices/notices.tsx';
import { EmptyTrash } from '../purge/empty-trash.tsx';
import { type ItemDialog, itemDialogs, Reader } from '../reader/reader.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { TagsDialog } from '../tags/tags-dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { type Notice, Toast } from '../ui/toast.tsx';
import css from './library.module.css';
import { List } from './list.tsx';
import { ListHead } from './list-head.tsx';
import { SearchNotes } from './search-notes.tsx';
import { Sidebar } from './sidebar.tsx';
import { useCommands } from './use-commands.ts';
import { useDrop } from './use-drop.ts';
import { useRows } from './use-rows.ts';
import { useView } from './use-view.ts';

type OpenDialog = 'import' | 'settings' | 'tags' | 'copies' | 'empty-trash' | ItemDialog | null;

/** The one screen: what narrows, the list, and the article. */
export function Library({ id }: { id?: string | undefined }) {
  const settings = useSettings();
  const { language } = settings;
  const readOnly = useReadOnly();
  const w = useWords();
  const view = useView(id);
  const list = useRows(view);
  const imports = useImport();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const close = () => setDialog(null);
  /** False, with the reason told, when nothing can be taken in. */
  const importing = () => {
    if (readOnly) setNotice({ text: w.readOnly[readOnly] });
    else setDialog('import');
    return readOnly === null;
  };
  const drop = useDrop((files) => {
    if (importing()) imports.take(files);
  });
  const gone = (count: number) => {
    setNotice({ text: plural(count, w.purged, settings) });
    view.open(undefined);
    // The dialog gives the focus back in the next frame, to a button that is gone with its article.
    requestAnimationFrame(() => requestAnimationFrame(() => (document.getElementById('list') ?? box.current)?.focus()));
  };
  const notify = (text: string, undo?: () => void) => setNotice({ text, undo });
  const onFail = (error: unknown) => setNotice({ text: sentenceOf(error, language) });
  useCommands((command) => {
    if (command === 'find') box.current?.focus();
    if (command === 'back') view.open(undefined);
    if (command === 'import') importing();
    if (command === 'settings') setDialog('settings');
    if (command === 'export') {
      if (id) setDialog('export');
      else setNotice({ text: w.pick });
    }
  });
  const searching = view.query.trim() !== '';
  const trash = view.filters.state === 'trashed';
  return (
    <div className={css.whole} {...drop.target}>
      <Notices />
      <div className={css.window}>
        <button type="button" className={css.skip} onClick={() => document.getElementById('list')?.focus()}>
          {w.skip}
        </button>
        <Sidebar view={view} facets={list.facets} onImport={importing} onOpen={setDialog} />
        <section className={css.list} aria-label={w.library}>
          <ListHead
            view={view}
            box={box}
            total={list.rows && list.total}
            error={list.error}
            onEmptyTrash={() => setDialog('empty-trash')}
          />
          <SearchNotes note={list.note} onQuery={(query) => view.put((p) => p.set('q', query))} />
          {list.rows?.length === 0 ? (
            <Empty
              icon={searching ? SearchX : trash ? Trash2 : LibraryBig}
              text={searching ? w.noHits : trash ? w.noTrash : w.noItems}
              hint={searching ? w.noHitsHint : trash ? undefined : w.noItemsHint}
            />
          ) : (
            <List rows={list.rows ?? []} open={id} label={w.library} href={view.hrefOf} onEnd={list.more} />
          )}
        </section>
        <main className={css.reader}>
          {id ? (
            <Reader
              key={id}
              id={id}
              query={view.query.trim()}
              dialog={itemDialogs.find((one) => one === dialog) ?? null}
              onDialog={setDialog}
              notify={notify}
              href={view.hrefOf}
              onFail={onFail}
              onGone={() => gone(1)}
            />
          ) : (
            <Empty icon={BookOpenText} text={w.pick} />
          )}
        </main>
      </div>
      {drop.over && <div className={css.drop}>{w.dropHere}</div>}
      {dialog === 'import' && (
        <ImportDialog
          imports={imports}
          onClose={() => {
            imports.clear();
            close();
          }}
        />
      )}
      {dialog === 'settings' && <SettingsDialog onClose={close} onFail={onFail} />}
      {dialog === 'tags' && <TagsDialog onClose={close} notify={notify} onFail={onFail} />}
      {dialog === 'copies' && <CopiesDialog href={view.hrefOf} onClose={close} notify={notify} onFail={onFail} />}
      {dialog === 'empty-trash' && <EmptyTrash onClose={close} onFail={onFail} onGone={gone} />}
      <Toast notice={notice} onClose={() => setNotice(null)} />
    </div>
  );
}
