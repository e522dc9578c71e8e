import { BookOpenText, LibraryBig, SearchX } from 'lucide-react';
import { useRef, useState } from 'react';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { ImportDialog } from '../capture/import-dialog.tsx';
import { useImport } from '../capture/use-import.ts';
import { type ItemDialog, Reader } from '../reader/reader.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { type Notice, Toast } from '../ui/toast.tsx';
import css from './library.module.css';
import { List } from './list.tsx';
import { ListHead } from './list-head.tsx';
import { Sidebar } from './sidebar.tsx';
import { useCommands } from './use-commands.ts';
import { useDrop } from './use-drop.ts';
import { useRows } from './use-rows.ts';
import { useView } from './use-view.ts';

type OpenDialog = 'import' | 'settings' | ItemDialog | null;

/** The one screen: what narrows, the list, and the article. */
export function Library({ id }: { id?: string | undefined }) {
  const { language } = useSettings();
  const w = useWords();
  const view = useView(id);
  const list = useRows(view);
  const imports = useImport();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const drop = useDrop((files) => {
    setDialog('import');
    imports.take(files);
  });
  const close = () => setDialog(null);
  const onFail = (error: unknown) => setNotice({ text: sentenceOf(error, language) });
  useCommands((command) => {
    if (command === 'find') box.current?.focus();
    if (command === 'back') view.open(undefined);
    if (command === 'import' || command === 'settings') setDialog(command);
    if (command === 'export') {
      if (id) setDialog('export');
      else setNotice({ text: w.pick });
    }
  });
  const searching = view.query.trim() !== '';
  return (
    <div className={css.window} {...drop.target}>
      <button type="button" className={css.skip} onClick={() => document.getElementById('list')?.focus()}>
        {w.skip}
      </button>
      <Sidebar view={view} facets={list.facets} onImport={() => setDialog('import')} onSettings={() => setDialog('settings')} />
      <section className={css.list} aria-label={w.library}>
        <ListHead view={view} box={box} total={list.rows && list.total} error={list.error} />
        {list.rows?.length === 0 ? (
          <Empty
            icon={searching ? SearchX : LibraryBig}
            text={searching ? w.noHits : w.noItems}
            hint={searching ? w.noHitsHint : w.noItemsHint}
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
            dialog={dialog === 'export' || dialog === 'edit' ? dialog : null}
            onDialog={setDialog}
            notify={(text, undo) => setNotice({ text, undo })}
            onFail={onFail}
          />
        ) : (
          <Empty icon={BookOpenText} text={w.pick} />
        )}
      </main>
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
      <Toast notice={notice} onClose={() => setNotice(null)} />
    </div>
  );
}
