import { CircleEqual, CircleX, Copy, FileText, Import, Layers, TableProperties, TriangleAlert } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { filingDate, type Item } from '#contract/item.ts';
import { captureLabel } from '#i18n/formats.ts';
import { formatDate, formatPercent, plural } from '#i18n/locale.ts';
import { isTurned } from '#text/turned.ts';
import { sentenceOf, useCaptureWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './capture.module.css';
import { ColumnChooser } from './column-chooser.tsx';
import type { ChosenColumns, Incoming } from './incoming.ts';
import { type Became, usePreview } from './use-preview.ts';

/** So many files are read before a person says so; the others are read when they are taken in. */
const SHOWN = 40;
/** Of a file that holds many. */
const TITLES = 3;
const tabular = /\.(?:csv|tsv|xlsx|ods|json|jsonl|ndjson)$/iu;

type Props = { files: Incoming[]; onTake: (files: Incoming[]) => void; onGiveUp: () => void };

/** What chosen files would become, before anything is kept. */
export function Preview({ files, onTake, onGiveUp }: Props) {
  const s = useSettings();
  const c = useCaptureWords();
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [columns, setColumns] = useState<ReadonlyMap<number, ChosenColumns>>(new Map());
  const [mapping, setMapping] = useState<number>();
  const shown = useMemo(() => files.slice(0, SHOWN), [files]);
  const became = usePreview(shown, columns);
  const isTaken = (at: number): boolean => !left.has(at) && !(became[at] && isUnreadable(became[at]));
  const taken = files.flatMap((one, at): Incoming[] => {
    const chosen = columns.get(at);
    return !isTaken(at) ? [] : [chosen ? { ...one, columns: chosen } : one];
  });
  const toggle = (at: number): void =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(at)) after.add(at);
      return after;
    });
  return (
    <section className={css.preview} aria-labelledby={id}>
      <h3 id={id}>{c.preview}</h3>
      <p>{c.previewHint}</p>
      <ul aria-labelledby={id}>
        {shown.map(({ path }, at) => (
          <li key={`${at}-${path}`} aria-busy={became[at]!.step === 'reading'}>
            <label>
              <input type="checkbox" checked={isTaken(at)} disabled={isUnreadable(became[at]!)} onChange={() => toggle(at)} />
              <bdi>{path}</bdi>
            </label>
            <What became={became[at]!} />
            {tabular.test(path) && (
              <button
                type="button"
                className={ui.quiet}
                aria-expanded={mapping === at}
                onClick={() => setMapping(mapping === at ? undefined : at)}
              >
                <TableProperties size={16} aria-hidden />
                {c.columns}
              </button>
            )}
            {mapping === at && (
              <ColumnChooser
                incoming={files[at]!}
                chosen={columns.get(at)}
                onChoose={(chosen) => setColumns((before) => new Map(before).set(at, chosen))}
              />
            )}
          </li>
        ))}
      </ul>
      {files.length > SHOWN && <p>{plural(files.length - SHOWN, c.notPreviewed, s)}</p>}
      <div className={`${ui.foot} ${ui.stay}`}>
        <button type="button" className={ui.button} onClick={onGiveUp}>
          {c.giveUp}
        </button>
        <button type="button" className={ui.primary} disabled={taken.length === 0} onClick={() => onTake(taken)}>
          <Import size={16} aria-hidden />
          {taken.length === 0 ? c.nothingChosen : plural(taken.length, c.takeIn, s)}
        </button>
      </div>
    </section>
  );
}

/** Nothing of it can be taken in: it is shown with the reason. */
const isUnreadable = (became: Became): boolean => became.step === 'failed' || (became.step === 'read' && became.items.length === 0);

function What({ became }: { became: Became }) {
  const s = useSettings();
  const c = useCaptureWords();
  if (became.step === 'reading') return <small>{c.reading}</small>;
  if (became.step === 'failed') return <Refusal error={became.error} />;
  const { items, refused, duplicateOf, near } = became;
  const [first] = items;
  if (!first) return <Refusal error={{ data: refused[0]?.failure }} />;
  const isCapture = items.some(({ captureOf }) => captureOf !== undefined);
  return (
    <div className={css.what}>
      {items.length === 1 ? <One item={first} /> : <Many items={items} />}
      {refused.length > 0 && (
        <p data-kind="refused">
          <CircleX size={16} aria-hidden />
          {plural(refused.length, c.partsRefused, s)}: {sentenceOf({ data: refused[0]!.failure }, s.language)}
        </p>
      )}
      {duplicateOf !== undefined && (
        <p data-kind="duplicate">
          <CircleEqual size={16} aria-hidden />
          {c.sameBytes}
        </p>
      )}
      {!isCapture &&
        near.map(({ at, of, title, similarity }) => (
          <p key={`${at}-${of}`} data-kind="duplicate" dir="auto">
            <Copy size={16} aria-hidden />
            {c.nearCopy.replace('{percent}', formatPercent(similarity, s)).replace('{title}', title)}
          </p>
        ))}
      {duplicateOf === undefined && isCapture && (
        <p data-kind="duplicate">
          <Layers size={16} aria-hidden />
          {c.samePage}
        </p>
      )}
    </div>
  );
}

function Refusal({ error }: { error: unknown }) {
  const s = useSettings();
  return (
    <p data-kind="refused" dir="auto">
      <CircleX size={16} aria-hidden />
      {sentenceOf(error, s.language)}
    </p>
  );
}

function One({ item }: { item: Item }) {
  const s = useSettings();
  const c = useCaptureWords();
  const filed = filingDate(item.dates);
  return (
    <>
      <strong>
        <FileText size={16} aria-hidden />
        <bdi>{item.title}</bdi>
      </strong>
      <small>
        <bdi>{item.source ?? c.noSource}</bdi> · <bdi>{filed ? formatDate(filed.date, s) : c.noDate}</bdi> ·{' '}
        {captureLabel(item.provenance?.format ?? 'text', s.language)}
      </small>
      {warningsOf(item).map((one) => (
        <p key={one} data-kind="warning">
          <TriangleAlert size={16} aria-hidden />
          {c[one]}
        </p>
      ))}
    </>
  );
}

function warningsOf({ title, body, provenance }: Item): ('turned' | 'textless')[] {
  const turned = isTurned(title) || body.some(({ text }) => isTurned(text));
  return [...(turned ? (['turned'] as const) : []), ...(provenance?.format === 'pdf' && body.length === 0 ? (['textless'] as const) : [])];
}

function Many({ items }: { items: readonly Item[] }) {
  const s = useSettings();
  const c = useCaptureWords();
  return (
    <>
      <strong>{plural(items.length, c.holds, s)}</strong>
      {items.slice(0, TITLES).map((item) => (
        <One key={item.id} item={item} />
      ))}
    </>
  );
}
