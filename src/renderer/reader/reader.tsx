import { useQuery } from '@tanstack/react-query';
import { FileQuestion, MessageSquareText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { filingDate } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import { formatDate, formatList, plural } from '#i18n/locale.ts';
import { directionOfText } from '#text/direction.ts';
import { api } from '../api/client.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { sentenceOf, useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { isMisread, MisreadBanner } from '../capture/misread-banner.tsx';
import type { Command } from '../commands/commands.ts';
import { keyName } from '../commands/keys.ts';
import { useKeys } from '../commands/use-keys.ts';
import { ConflictBanner } from '../conflict/conflict-banner.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { AnnotatedText } from '../notes/annotated-text.tsx';
import { drawnIn, placedOf } from '../notes/drawn.ts';
import { MarkBar } from '../notes/mark-bar.tsx';
import notesCss from '../notes/notes.module.css';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { useChosen } from '../notes/use-chosen.ts';
import { useNotes } from '../notes/use-notes.tsx';
import { Beside } from '../reading/beside.tsx';
import { lookOf } from '../reading/look.ts';
import { PurgeOne } from '../purge/purge-one.tsx';
import { Empty } from '../ui/empty.tsx';
import { Name } from '../ui/name.tsx';
import { type Notify, wayBack } from '../work/use-way-back.ts';
import { Body } from './body.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { Origin } from './origin.tsx';
import css from './reader.module.css';
import { readerCommands } from './reader-commands.ts';
import { Similar } from './similar.tsx';
import { SuggestedTags } from './suggested-tags.tsx';
import { Tags } from './tags.tsx';
import { Toolbar } from './toolbar.tsx';
import { useMatches } from './use-matches.ts';

export const itemDialogs = ['export', 'edit', 'history', 'purge', 'beside'] as const;
export type ItemDialog = (typeof itemDialogs)[number];
type Props = {
  id: string;
  query: string;
  dialog: ItemDialog | null;
  onDialog: (dialog: ItemDialog | null) => void;
  /** To be exported otherwise than as pages. */
  onOtherFormats: () => void;
  notify: Notify;
  /** The hash of another article in the same view. */
  href: (id: string) => string;
  onFail: (error: unknown) => void;
  /** The article is no more. */
  onGone: () => void;
  /** Back to the list. */
  onLeave: () => void;
  set: (change: Partial<Settings>) => void;
  /** The article has the whole window. */
  full: boolean;
  onFull: (full: boolean) => void;
  /** What can be done with it, for the palette. */
  onCommands: (commands: readonly Command[]) => void;
};

/** The note beside the text. */
function showNote(id: string): void {
  const note = document.getElementById(`note-${id}`);
  note?.closest('details')?.setAttribute('open', '');
  note?.focus();
}

export function Reader(props: Props) {
  const { id, query, dialog, onDialog, onOtherFormats, notify, href, onFail, onGone, onLeave, set, full, onFull, onCommands } = props;
  const s = useSettings();
  const w = useWords();
  const r = useReadingWords();
  const readOnly = useReadOnly() !== null;
  const article = useRef<HTMLElement>(null);
  const { data: item, error } = useQuery({ queryKey: ['item.get', id], queryFn: ({ signal }) => api.item.get({ id }, { signal }) });
  const marks = useQuery({
    queryKey: ['item.marks', id, query, item?.revision],
    enabled: query !== '',
    queryFn: ({ signal }) => api.item.marks({ id, query, prefix: true }, { signal }),
  }).data;
  const rtl = directionOfText(item?.title ?? '') === 'rtl';
  const choosing = useChosen(article, item, rtl);
  const act = (deed: Promise<unknown>) => void deed.catch(onFail);
  const notes = useNotes(item, choosing, { act, notify });
  const { highlight, note, correct } = notes;
  const matches = useMatches(article, marks);
  const onBeside = () => onDialog('beside');
  const able = readerCommands({ r, settings: s, readOnly, full, set, highlight, note, correct, onFull, onBeside, matches });
  useKeys(able, s.keys === 'on');
  useEffect(() => {
    onCommands(able);
    return () => onCommands([]);
  });
  if (!item) return <Empty icon={FileQuestion} text={error ? sentenceOf(error, s.language) : w.loading} />;
  const restore = () => act(api.item.restore({ ids: [id] }).then(() => notify(w.restored)));
  const trash = () =>
    act(
      api.item
        .trash({ ids: [id] })
        .then(() => api.item.get({ id }))
        .then((now) => notify(w.trashed, wayBack(item, now))),
    );
  const filed = filingDate(item.dates);
  const authors = formatList(item.creators, s);
  const close = () => onDialog(null);
  const placed = placedOf(item);
  // Of letters that were misread no tags are made.
  const misread = isMisread(item);
  const keys = Object.fromEntries(able.map((one) => [one.id, one.keys?.[0] ? keyName(one.keys[0]) : '']));
  const hint = r.pickWords.replace(/\{(\w+)\}/gu, (_, key: string) => `\u2068${keys[key] ?? ''}\u2069`);
  return (
    <div className={css.room} data-full={full} style={lookOf(s)}>
      <Toolbar
        trashed={item.state === 'trashed'}
        onDialog={onDialog}
        onTrash={trash}
        onRestore={restore}
        {...{ matches, set, full, onFull, onLeave }}
      />
      {item.conflicts && <ConflictBanner item={item} conflicts={item.conflicts} act={act} notify={notify} />}
      <MisreadBanner item={item} act={act} notify={notify} />
      <div className={css.spread} data-notes={placed.length > 0}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- words are chosen in it with the keys */}
        <article id="article" data-item={id} ref={article} className={css.article} tabIndex={-1} onKeyDown={choosing.onKeyDown}>
          <h2 dir={directionOfText(item.title)} lang={item.language} data-field="title">
            <AnnotatedText
              text={item.title}
              from={0}
              marks={marks?.title.marks}
              drawn={drawnIn(placed, 'title', 0, item.title.length)}
              onNote={showNote}
            />
          </h2>
          <p className={css.meta}>
            {authors && <Name text={authors} />}
            {authors && (item.source || filed) && ' · '}
            {item.source && <Name text={item.source} />}
            {item.source && filed && ' · '}
            {filed && `${filed.kind === 'published' ? w.published : w.updated} ${formatDate(filed.date, s)}`}
          </p>
          {placed[0] && (
            <button type="button" className={css.toNotes} onClick={() => showNote(placed[0]!.annotation.id)}>
              <MessageSquareText size={15} aria-hidden />
              {`${r.notes} · ${plural(placed.length, r.noteCount, s)}`}
            </button>
          )}
          <Tags id={id} tags={item.tags} act={act} />
          {item.state === 'active' && !misread && <SuggestedTags id={id} revision={item.revision} act={act} />}
          <Body blocks={item.body} marks={marks?.body} language={item.language} placed={placed} onNote={showNote} />
          <Similar id={id} revision={item.revision} href={href} />
          <Origin item={item} act={act} notify={notify} onBeside={onBeside} />
          {choosing.chosen && !readOnly && (
            <MarkBar top={choosing.below} onHighlight={notes.highlightIn} onNote={note} onCorrect={correct} />
          )}
        </article>
        {placed.length > 0 && <NotesPanel placed={placed} onEdit={notes.edit} onRemove={notes.remove} />}
      </div>
      <output className={notesCss.hint}>{choosing.walking && hint}</output>
      {notes.dialog}
      {dialog === 'export' && <ExportDialog item={item} onOther={onOtherFormats} onClose={close} />}
      {dialog === 'edit' && <EditDialog item={item} onClose={close} onFail={onFail} />}
      {dialog === 'history' && <HistoryDialog item={item} onClose={close} notify={notify} onFail={onFail} />}
      {dialog === 'beside' && <Beside item={item} onClose={close} />}
      {dialog === 'purge' && <PurgeOne item={item} onClose={close} onFail={onFail} onGone={onGone} />}
    </div>
  );
}
