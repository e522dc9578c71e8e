import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { textOfField } from '#contract/annotation-text.ts';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { SideBySide } from '../copies/side-by-side.tsx';
import { Pages } from '../pages/pages.tsx';
import { Modal } from '../ui/modal.tsx';
import { saveFile } from '../ui/save-file.ts';
import ui from '../ui/ui.module.css';
import { Facing } from './facing.tsx';
import { originalKind } from './original-kind.ts';
import { originalText } from './original-text.ts';
import { Picture } from './picture.tsx';

/** Letters of an original, and of an article: what is longer, as a table of very many articles, would keep the window from answering. */
const COMPARED = 500_000;

/** The original beside the text that was drawn out of it: line beside line, or as it looks. */
export function Beside({ item, onClose }: { item: Item; onClose: () => void }) {
  const s = useSettings();
  const w = useWords();
  const r = useReadingWords();
  const kept = item.files.find(({ role }) => role === 'original');
  const kind = originalKind(kept?.mediaType ?? '');
  const { data, error } = useQuery({
    queryKey: ['item.original', item.id, kept?.sha256],
    staleTime: Number.POSITIVE_INFINITY,
    // It may be large.
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const file = await api.item.original({ id: item.id }, { signal });
      return { file, text: kind === 'text' ? await originalText(file, kept?.mediaType ?? '', kept?.encoding) : '' };
    },
  });
  const text = `${item.title}\n${textOfField(item, 'body')}`;
  const rtl = /^(ar|fa|ur|he|ckb|ps|sd|ug)\b/u.test(item.language);
  const looks = kind === 'pages' || kind === 'picture';
  const long = data !== undefined && Math.max(data.text.length, text.length) > COMPARED;
  return (
    <Modal title={r.beside} closeLabel={w.close} onClose={onClose} wide={looks ? 'most' : true}>
      {error && <output>{sentenceOf(error, s.language)}</output>}
      {!data && !error && <output>{w.loading}</output>}
      {data && (kind !== 'text' || long) && (
        <div className={ui.row}>
          <p>{looks ? r.facingHint : long ? r.longBeside : r.noBeside}</p>
          <button type="button" className={ui.button} onClick={() => saveFile(data.file, kept?.name ?? data.file.name)}>
            <Download size={16} aria-hidden />
            {w.download}
          </button>
        </div>
      )}
      {data && looks && (
        <Facing item={item}>
          {kind === 'pages' ? <Pages file={data.file} label={r.original} /> : <Picture file={data.file} type={kept?.mediaType ?? ''} />}
        </Facing>
      )}
      {data && kind === 'text' && !long && (
        <>
          <p>{r.besideHint}</p>
          <SideBySide
            first={data.text}
            second={text}
            dir={rtl ? 'rtl' : 'ltr'}
            names={{ first: r.original, second: r.text, onlyFirst: r.onlyOriginal, onlySecond: r.onlyText }}
            whole
          />
        </>
      )}
    </Modal>
  );
}
