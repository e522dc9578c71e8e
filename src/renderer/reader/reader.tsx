import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import { filingDate } from '#contract/item.ts';
import { formatDate } from '#i18n/locale.ts';
import { directionOfText } from '#text/direction.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { MisreadBanner } from '../capture/misread-banner.tsx';
import { ConflictBanner } from '../conflict/conflict-banner.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { PurgeOne } from '../purge/purge-one.tsx';
import { Empty } from '../ui/empty.tsx';
import { Name } from '../ui/name.tsx';
import { Marked } from '../ui/marked.tsx';
import { Body } from './body.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { Origin } from './origin.tsx';
import css from './reader.module.css';
import { Similar } from './similar.tsx';
import { SuggestedTags } from './suggested-tags.tsx';
import { Tags } from './tags.tsx';
import { Toolbar } from './toolbar.tsx';

export const itemDialogs = ['export', 'edit', 'history', 'purge'] as const;
export type ItemDialog = (typeof itemDialogs)[number];
type Props = {
  id: string;
  query: string;
  dialog: ItemDialog | null;
  onDialog: (dialog: ItemDialog | null) => void;
  notify: (text: string, undo?: () => void) => void;
  /** The hash of another article in the same view. */
  href: (id: string) => string;
  /** Undoes the last act. */
  onUndo: () => void;
  onFail: (error: unknown) => void;
  /** The article is no more. */
  onGone: () => void;
};

export function Reader({ id, query, dialog, onDialog, notify, href, onUndo, onFail, onGone }: Props) {
  const s = useSettings();
  const w = useWords();
  const { data: item, error } = useQuery({ queryKey: ['item.get', id], queryFn: ({ signal }) => api.item.get({ id }, { signal }) });
  const marks = useQuery({
    queryKey: ['item.marks', id, query, item?.revision],
    enabled: query !== '',
    queryFn: ({ signal }) => api.item.marks({ id, query, prefix: true }, { signal }),
  }).data;
  if (!item) return <Empty icon={FileQuestion} text={error ? sentenceOf(error, s.language) : w.loading} />;
  const act = (deed: Promise<unknown>) => void deed.catch(onFail);
  const restore = () => act(api.item.restore({ ids: [id] }).then(() => notify(w.restored)));
  const trash = () => act(api.item.trash({ ids: [id] }).then(() => notify(w.trashed, restore)));
  const filed = filingDate(item.dates);
  const close = () => onDialog(null);
  return (
    <>
      <Toolbar trashed={item.state === 'trashed'} onDialog={onDialog} onTrash={trash} onRestore={restore} />
      {item.conflicts && <ConflictBanner item={item} conflicts={item.conflicts} act={act} notify={notify} />}
      <MisreadBanner item={item} act={act} notify={(text) => notify(text, onUndo)} />
      <article id="article" data-item={id} className={css.article} tabIndex={-1}>
        <h2 dir={directionOfText(item.title)} lang={item.language}>
          {marks ? <Marked {...marks.title} /> : item.title}
        </h2>
        <p className={css.meta}>
          {item.source && <Name text={item.source} />}
          {item.source && filed && ' · '}
          {filed && `${filed.kind === 'published' ? w.published : w.updated} ${formatDate(filed.date, s)}`}
        </p>
        <Tags id={id} tags={item.tags} act={act} />
        {item.state === 'active' && <SuggestedTags id={id} revision={item.revision} act={act} />}
        <Body blocks={item.body} marks={marks?.body} language={item.language} />
        <Similar id={id} revision={item.revision} href={href} />
        <Origin item={item} act={act} notify={notify} />
      </article>
      {dialog === 'export' && <ExportDialog item={item} onClose={close} />}
      {dialog === 'edit' && <EditDialog item={item} onClose={close} onFail={onFail} />}
      {dialog === 'history' && <HistoryDialog item={item} onClose={close} notify={notify} onFail={onFail} />}
      {dialog === 'purge' && <PurgeOne item={item} onClose={close} onFail={onFail} onGone={onGone} />}
    </>
  );
}
