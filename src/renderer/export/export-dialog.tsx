import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Item } from '#contract/item.ts';
import { digitsOf, plural } from '#i18n/locale.ts';
import { missingSentence } from '#i18n/missing.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { Pages } from '../pages/pages.tsx';
import { Modal } from '../ui/modal.tsx';
import { saveFile } from '../ui/save-file.ts';
import ui from '../ui/ui.module.css';
import css from './export.module.css';
import { FaceChoice } from './face-choice.tsx';
import { makePdf } from './make-pdf.ts';
import { firstChoice, type PageChoice, PdfOptions } from './pdf-options.tsx';
import { useKeptFace } from './use-kept-face.ts';
import { firstWritten, WrittenOptions } from './written-options.tsx';

type Props = {
  item: Item;
  /** In a format that is not shown here. */
  onOther: () => void;
  onClose: () => void;
};

/** The file is made as soon as its form is chosen, so that what is shown is what is saved. */
export function ExportDialog({ item, onOther, onClose }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const [choice, setChoice] = useState({ ...firstChoice, digits: digitsOf(s) } as PageChoice);
  const { face, keep, error: notKept } = useKeptFace();
  const [writing, setWriting] = useState(firstWritten);
  const { data: made, error } = useQuery({
    queryKey: ['export', item.id, item.revision, choice, face, writing, s.language],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => makePdf(item.id, { ...choice, ...writing, face, language: s.language }, signal),
  });
  const lacking = made && missingSentence(made.missing, s.language);
  const written = (item.annotations ?? []).map(({ motivation }) => motivation);
  return (
    <Modal title={w.export} closeLabel={w.close} onClose={onClose} wide>
      <div className={css.columns}>
        <div className={css.options}>
          <PdfOptions value={choice} onChange={setChoice} />
          <WrittenOptions
            value={writing}
            shown={{ sic: written.includes('editing'), notes: written.some((one) => one !== 'editing') }}
            onChange={setWriting}
          />
          <FaceChoice value={face} onChange={keep} />
          {notKept && (
            <p role="alert" className={css.missing}>
              {sentenceOf(notKept, s.language)}
            </p>
          )}
          <output className={css.count}>{error ? sentenceOf(error, s.language) : made ? plural(made.pages, w.pages, s) : w.loading}</output>
          {lacking && <p className={css.missing}>{lacking}</p>}
          {!made && !error && <progress className={ui.progress} aria-label={w.progress} />}
          <button type="button" className={ui.primary} disabled={!made} onClick={() => made && saveFile(made.file, made.name)}>
            <Download size={16} />
            {w.save}
          </button>
          <button type="button" className={ui.quiet} onClick={onOther}>
            {d.otherFormats}
          </button>
        </div>
        {!error && <Pages file={made?.file} label={w.preview} />}
      </div>
    </Modal>
  );
}
