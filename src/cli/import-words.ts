// What an import says of itself: a line for each article, and at the end what became of all.
import type { DuplicateCluster, ReadingSummary } from '#contract/contract.ts';
import type { Language } from '#i18n/message.ts';
import { shortId } from './short-id.ts';

export type Imported = { path: string; id: string; title: string; captureOf?: string; warning?: string; reading?: ReadingSummary };
export type Failed = { path: string; code: string; message: string };
export type ImportResult = {
  imported: Imported[];
  duplicates: { path: string; of: string; interrupted?: boolean }[];
  failed: Failed[];
  /** Stopped before it came to so many inputs. */
  left?: number;
  /** With --near: articles that are nearly the same as one of those taken in. */
  near?: DuplicateCluster[];
  seconds: number;
};

/** Of a preview: what the input would become, and how it was read. */
export function lineOf({ path, id, title, reading }: Imported, preview: boolean): string {
  if (!preview || !reading) return `${shortId(id)}  ${title}`;
  const { format, source, published, encoding, certainty, paragraphs, pictures, removed } = reading;
  const read =
    encoding === undefined ? format : `${format} ${encoding}${certainty === undefined || certainty >= 0.95 ? '' : ` ${certainty}`}`;
  const counts = `¶${paragraphs}${pictures > 0 ? ` ▣${pictures}` : ''}${removed > 0 ? ` −${removed}` : ''}`;
  return [`${path} → ${title}`, source, published, read, counts].filter(Boolean).join(' · ');
}

/** What a person should know of how an article was read. */
export function warningOf({ damaged = 0, misread, turned, textless, encoding }: ReadingSummary, language: Language): string | undefined {
  const ar = language === 'ar';
  const warnings: string[] = [];
  if (misread)
    warnings.push(
      ar
        ? 'تبدو حروفه مقروءة من قبلُ بغير ترميزها؛ النص محفوظ كما هو، ويُصلَح بالأمر reread ID --repair'
        : 'its letters seem to have been read in another encoding before; kept as they are, mended by reread ID --repair',
    );
  else if (damaged > 0)
    warnings.push(
      ar
        ? `فيه محارف لا تُقرأ بترميز ${encoding} (عددها ${damaged})، وُضع مكان كل منها \uFFFD؛ البايتات الأصلية محفوظة`
        : `it holds characters that cannot be read as ${encoding} (${damaged} in all); each stands as \uFFFD, and the original bytes are kept`,
    );
  if (turned)
    warnings.push(
      ar
        ? 'فيه محارف خفية تقلب ترتيب الحروف، فقد يُعرض على غير ما كُتب؛ النص محفوظ كما هو'
        : 'hidden characters in it turn letters round, so that it may look other than it is written; the text is kept as it is',
    );
  if (textless)
    warnings.push(
      ar ? 'لا طبقة نص فيه، فيه صور صفحات فقط؛ حُفظ كما هو' : 'it has no text layer, only pictures of pages; it is kept as it is',
    );
  return warnings.length > 0 ? warnings.join(ar ? '؛ ' : '; ') : undefined;
}

type Told = { dryRun: boolean; interrupted: number; language: Language };

export function* endOfImport(result: ImportResult, { dryRun, interrupted, language }: Told): Generator<string> {
  const ar = language === 'ar';
  const { imported, duplicates, failed, left = 0, near = [], seconds } = result;
  for (const { path, of } of duplicates.filter((one) => !one.interrupted))
    yield ar ? `محفوظ من قبل: ${path} (${of})` : `Already kept: ${path} (${of})`;
  for (const { message } of failed) yield message;
  for (const { path, warning } of imported)
    if (warning !== undefined) yield ar ? `تنبيه: ${path}: ${warning}` : `Note: ${path}: ${warning}`;
  for (const { path, captureOf } of imported)
    if (captureOf !== undefined)
      yield ar
        ? `لقطة أخرى من مقال محفوظ (${shortId(captureOf)}): ${path}`
        : `Another capture of an article already kept (${shortId(captureOf)}): ${path}`;
  for (const { ids, similarity } of near) {
    const alike = `${ids.map(shortId).join(' · ')} (${Math.round(similarity * 100)}%)`;
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
  if (left > 0)
    yield ar
      ? `أُوقف الاستيراد قبل أن يتم؛ بقي منه ولم يُستورد: ${left}. ما استُورد محفوظ، ويُكمله الأمر نفسه.`
      : `The import was stopped before its end; left and not imported: ${left}. What was imported is safe; the same command goes on with it.`;
}
