// Every verb of the command line, loaded only when it is called.
import type { Verb } from './session.ts';

export const verbs: Record<string, () => Promise<Verb>> = {
  init: async () => (await import('./verbs/init.ts')).init,
  import: async () => (await import('./verbs/import.ts')).importing,
  list: async () => (await import('./verbs/list.ts')).list,
  show: async () => (await import('./verbs/show.ts')).show,
  search: async () => (await import('./verbs/search.ts')).search,
  tag: async () => (await import('./verbs/tag.ts')).tag,
  edit: async () => (await import('./verbs/edit.ts')).edit,
  annotate: async () => (await import('./verbs/annotate.ts')).annotate,
  trash: async () => (await import('./verbs/trash.ts')).trash,
  restore: async () => (await import('./verbs/trash.ts')).restore,
  purge: async () => (await import('./verbs/trash.ts')).purge,
  history: async () => (await import('./verbs/history.ts')).history,
  revert: async () => (await import('./verbs/history.ts')).revert,
  reread: async () => (await import('./verbs/reread.ts')).reread,
  captures: async () => (await import('./verbs/captures.ts')).captures,
  compare: async () => (await import('./verbs/compare.ts')).compare,
  rules: async () => (await import('./verbs/rules.ts')).rules,
  removed: async () => (await import('./verbs/removed.ts')).removed,
  putback: async () => (await import('./verbs/removed.ts')).putback,
  verify: async () => (await import('./verbs/verify.ts')).verify,
  reindex: async () => (await import('./verbs/reindex.ts')).reindex,
  export: async () => (await import('./verbs/export.ts')).exporting,
  formats: async () => (await import('./verbs/formats.ts')).formats,
  face: async () => (await import('./verbs/face.ts')).face,
  duplicates: async () => (await import('./verbs/duplicates.ts')).duplicates,
  similar: async () => (await import('./verbs/similar.ts')).similar,
  keywords: async () => (await import('./verbs/similar.ts')).keywords,
  survey: async () => (await import('./verbs/survey.ts')).survey,
  stats: async () => (await import('./verbs/stats.ts')).stats,
  serve: async () => (await import('./verbs/serve.ts')).serve,
};

/** Known words of the contract that are not built in this version. */
export const verbsToCome = ['backup', 'restore-backup'];
