// Every expected failure: code → the params its sentence needs. A code without a sentence in i18n does not compile.
export type ErrorParams = {
  'usage.unknown-command': { command: string };
  'usage.not-yet': { command: string };
  'usage.missing': { what: string };
  'usage.unexpected': { word: string };
  'usage.unknown-option': { option: string };
  'usage.no-value': { option: string };
  'usage.bad-value': { option: string; value: string; allowed: string };
  'archive.missing': { path: string };
  'archive.locked': { path: string; owner: string };
  'archive.too-new': { path: string; format: number; supported: number };
  'archive.damaged': { path: string; reason: string };
  'archive.not-an-archive': { path: string };
  'archive.read-only': { path: string };
  'archive.disk-full': { path: string };
  'archive.disk-error': { path: string; reason: string };
  'archive.purge-unfinished': { path: string };
  'archive.index-damaged': { path: string };
  'archive.outcome-unknown': { path: string };
  'item.missing': { id: string };
  'item.ambiguous': { id: string };
  'item.conflict': { id: string };
  'item.no-such-revision': { id: string; revision: number };
  'item.bad-field': { field: string };
  'item.bad-value': { field: string; value: string };
  'item.bad-date': { field: string; value: string };
  'item.bad-language': { field: string; value: string };
  'act.overtaken': Record<never, never>;
  'annotation.missing': { annotation: string };
  'annotation.no-such-text': { text: string };
  'annotation.empty': Record<never, never>;
  'original.missing': { id: string };
  'original.damaged': { id: string };
  'capture.unreadable': { path: string; reason: string };
  'capture.missing': { path: string };
  'capture.not-a-file': { path: string };
  'capture.empty': { path: string };
  'capture.binary': { path: string };
  'capture.invalid-encoding': { path: string; encoding: string; offset: number };
  'capture.unknown-encoding': { path: string; encoding: string };
  'capture.too-large': { path: string; megabytes: number; limit: number };
  'capture.line-too-long': { path: string; characters: number; limit: number };
  'capture.unknown-format': { path: string; format: string };
  'capture.no-text': { path: string };
  'capture.damaged': { path: string; format: string };
  'capture.nested': { path: string };
  'capture.unsafe-name': { path: string };
  'capture.bomb': { path: string; times: number };
  'capture.unpacks-too-large': { path: string; limit: number };
  'capture.too-many-parts': { path: string; limit: number };
  'capture.unknown-packing': { path: string; method: number };
  'capture.protected': { path: string };
  'capture.no-columns': { path: string };
  'capture.newer': { path: string; version: number; known: number };
  'capture.wrong-types': { path: string; fields: string };
  'capture.no-such-column': { path: string; column: string; known: string };
  'watch.inside-archive': { path: string };
  'rules.not-json': { path: string; reason: string };
  'rules.bad-field': { path: string; field: string; reason: string };
  'rules.missing': { name: string };
  'export.unknown-format': { format: string; known: string };
  'export.nothing': Record<never, never>;
  'export.unwritable': { path: string; reason: string };
  'export.expired': Record<never, never>;
  'tag.merge-expired': Record<never, never>;
  'face.unknown': { face: string; known: string };
  'face.not-truetype': { name: string };
  'face.may-not-embed': { name: string };
  'face.lacks-letters': { name: string; letters: string };
  'face.text-lost': { name: string; words: string };
  'search.empty': Record<never, never>;
  'search.unclosed-quote': QueryPlace;
  'search.unclosed-group': QueryPlace;
  'search.stray-bracket': QueryPlace;
  'search.missing-operand': QueryPlace;
  'search.star-inside': QueryPlace;
  'search.bad-distance': QueryPlace;
  'search.bad-date': QueryPlace;
  'search.bad-value': QueryPlace & { field: string; allowed: string };
  'search.empty-field': QueryPlace;
  'search.too-deep': QueryPlace & { limit: number };
  'search.too-long': QueryPlace & { limit: number };
  'serve.port-taken': { port: number };
  'serve.not-built': { path: string };
};
export type ErrorCode = keyof ErrorParams;

/** Where in a query: the piece of it, its offset and length in UTF-16 units, and its place counted from 1 as people count. */
export type QueryPlace = { piece: string; offset: number; length: number; place: number };

/** An expected failure: shown to the person as a sentence, never as a stack. */
export class Failure<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly params: ErrorParams[C];
  constructor(code: C, params: ErrorParams[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'Failure';
    this.code = code;
    this.params = params;
  }
}

export const isFailure = (error: unknown): error is Failure => error instanceof Failure;

/** 0 done · 1 defect · 2 usage · 3 not found · 4 archive unavailable · 5 damage · 6 some refused. */
export function exitCodeOf(code: ErrorCode): number {
  if (
    code.startsWith('usage.') ||
    code.startsWith('search.') ||
    code === 'face.unknown' ||
    code === 'watch.inside-archive' ||
    code === 'rules.not-json' ||
    code === 'rules.bad-field' ||
    code.startsWith('serve.')
  )
    return 2;
  if (code === 'annotation.empty') return 2;
  if (code.startsWith('item.bad-') || code === 'export.unknown-format' || code === 'export.unwritable') return 2;
  if (
    code === 'item.missing' ||
    code === 'annotation.missing' ||
    code === 'annotation.no-such-text' ||
    code === 'item.no-such-revision' ||
    code === 'item.ambiguous' ||
    code === 'export.nothing' ||
    code === 'original.missing' ||
    code === 'rules.missing'
  )
    return 3;
  if (code.startsWith('archive.')) return 4;
  if (code === 'original.damaged') return 5;
  if (code.startsWith('capture.') || code.startsWith('face.')) return 6;
  return 1;
}
