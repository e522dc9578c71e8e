// What an import says of itself: a line for each article, and at the end what became of all.
import type { DuplicateCluster, ReadingSummary } from '#contract/contract.ts';
import type { Language } from '#i18n/message.ts';

export type Imported = { path: string; id: string; title: string; captureOf?: string; reading?: ReadingSummary };
export type Failed = { path: string; code: string; message: string };
export type ImportResult = {
  imported: Imported[];
  duplicates: { path: string; of: string; interrupted?: boolean }[];
  failed: Failed[];
  /** With --near: articles that are nearly the same as one of those taken in. */
  near?: DuplicateCluster[];
  seconds: number;
};

const short = (id: string): string => id.slice(0, 13);

/** Of a preview: what the input would become, and how it was read. */
export function lineOf({ path, id, title, reading }: Imported, preview: boolean): string {
  if (!preview || !reading) return `${short(id)}  ${title}`;
  const { format, source, published, encoding, certainty, paragraphs, pictures, removed } = reading;
  const read =
    encoding === undefined ? format : `${format} ${encoding}${certainty === undefined || certainty >= 0.95 ? '' : ` ${certainty}`}`;
  const counts = `¶${paragraphs}${pictures > 0 ? ` ▣${pictures}` : ''}${removed > 0 ? ` −${removed}` : ''}`;
  return [`${path} → ${title}`, source, published, read, counts].filter(Boolean).join(' · ');
}

type Told = { dryRun: boolean; interrupted: number; language: Language };

export function* endOfImport(result: ImportResult, { dryRun, interrupted, language }: Told): Generator<string> {
  const ar = language === 'ar';
  const { imported, duplicates, failed, near = [], seconds } = result;
  for (const { path, of } of duplicates.filter((one) => !one.interrupted))
    yield ar ? `محفوظ من قبل: ${path} (${of})` : `Already kept: ${path} (${of})`;
  for (const { message } of failed) yield message;
  for (const { path, captureOf } of imported)
    if (captureOf !== undefined)
      yield ar
        ? `لقطة أخرى من صفحة محفوظة (${short(captureOf)}): ${path}`
        : `Another capture of a page already kept (${short(captureOf)}): ${path}`;
  for (const { ids, similarity } of near) {
    const alike = `${ids.map(short).join(' · ')} (${Math.round(similarity * 100)}%)`;
    yield ar ? `متقاربة: ${alike}` : `Nearly the same: ${alike}`;
  }
  if (interrupted > 0) {
    yield ar
      ? `استؤنف استيراد انقطع: ${interrupted} من الملفات كانت قد حُفظت فيه`
      : `An interrupted import went on: ${interrupted} of the files were kept by it before`;
  }
  const others = duplicates.length - interrupted;
  yield ar
    ? `${dryRun ? 'سيُستورد' : 'استُورد'}: ${imported.length}، محفوظ من قبل: ${others}، مرفوض: ${failed.length} (${seconds} ث)`
    : `${dryRun ? 'Would be imported' : 'Imported'}: ${imported.length}, already kept: ${others}, refused: ${failed.length} (${seconds} s)`;
}
