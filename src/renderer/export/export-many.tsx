import { useQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useId, useState } from 'react';
import { type ExportOptions, exportPurposes } from '#contract/contract.ts';
import { formatHint } from '#i18n/formats.ts';
import { digitsOf, plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './export.module.css';
import { FaceChoice } from './face-choice.tsx';
import { firstChoice, type PageChoice, PdfOptions } from './pdf-options.tsx';
import { useKeptFace } from './use-kept-face.ts';
import { firstWritten, WrittenOptions } from './written-options.tsx';

export type ManyAsked = { format: string; options: Partial<ExportOptions> };
type Props = {
  /** Of the articles. */
  count: number;
  /** They are chosen; or nothing is chosen, and all that is listed goes; or the one that is read. */
  what: 'chosen' | 'whole' | 'one';
  onRun: (asked: ManyAsked) => void;
  onClose: () => void;
};

/** Many articles into one file: how many they are is said first, and nothing begins before a person says so. */
export function ExportMany({ count, what, onRun, onClose }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const hint = useId();
  // Whoever asks for another format of one article has seen its pages.
  const [format, setFormat] = useState(what === 'one' ? 'text' : 'pdf');
  const [pdf, setPdf] = useState<PageChoice>({ ...firstChoice, digits: digitsOf(s) });
  const formats = useQuery({
    queryKey: ['capture.formats', s.language],
    queryFn: () => api.capture.formats({ language: s.language }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.export;
  const { face, keep, error } = useKeptFace();
  const [writing, setWriting] = useState(firstWritten);
  const heeded = formats?.find(({ id }) => id === format)?.options ?? [];
  const shown = { sic: heeded.includes('sic'), notes: heeded.includes('notes') };
  const options = { ...(format === 'pdf' ? { ...pdf, face } : { digits: digitsOf(s) }), ...(shown.sic ? writing : {}) };
  const titles = { chosen: d.exportChosen, whole: d.exportWhole, one: d.exportOne };
  return (
    <Modal title={titles[what]} closeLabel={w.close} onClose={onClose}>
      <form
        className={css.options}
        onSubmit={submitted(() => {
          onRun({ format, options: { ...options, language: s.language } });
          onClose();
        })}
      >
        {what !== 'one' && <p>{plural(count, what === 'whole' ? d.exportsWhole : d.exportsChosen, s)}</p>}
        <label className={ui.field}>
          {d.format}
          <select aria-describedby={hint} value={format} onChange={(e) => setFormat(e.target.value)}>
            {exportPurposes.map((purpose) => (
              <optgroup key={purpose} label={d.purposes[purpose]}>
                {(formats ?? [])
                  .filter((one) => one.purpose === purpose)
                  .map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <p id={hint} className={css.count}>
          {formatHint(format, s.language)}
        </p>
        {format === 'pdf' && (
          <>
            <PdfOptions value={pdf} onChange={setPdf} />
            <FaceChoice value={face} onChange={keep} />
            {error && (
              <p role="alert" className={css.missing}>
                {sentenceOf(error, s.language)}
              </p>
            )}
          </>
        )}
        <WrittenOptions value={writing} shown={shown} onChange={setWriting} />
        <div className={ui.foot}>
          <button type="button" className={ui.button} onClick={onClose}>
            {w.cancel}
          </button>
          <button type="submit" className={ui.primary} disabled={!formats}>
            <FileDown size={16} aria-hidden />
            {d.exportNow}
          </button>
        </div>
      </form>
    </Modal>
  );
}
