// All procedures. A group is loaded when one of it is first called: a command that lists articles waits for no typesetter.
import { base } from './base.ts';

export const createRouter = () =>
  base.router({
    archive: base.archive.lazy(async () => ({ default: (await import('./archive.ts')).archive })),
    item: base.item.lazy(async () => ({ default: (await import('./item.ts')).item })),
    annotation: base.annotation.lazy(async () => ({ default: (await import('./annotation.ts')).annotation })),
    search: base.search.lazy(async () => ({ default: (await import('./search.ts')).search })),
    query: base.query.lazy(async () => ({ default: (await import('./query.ts')).query })),
    tag: base.tag.lazy(async () => ({ default: (await import('./tag.ts')).tag })),
    batch: base.batch.lazy(async () => ({ default: (await import('./batch.ts')).batch })),
    act: base.act.lazy(async () => ({ default: (await import('./batch.ts')).act })),
    shelf: base.shelf.lazy(async () => ({ default: (await import('./shelf.ts')).shelf })),
    capture: base.capture.lazy(async () => ({ default: (await import('./capture.ts')).capture })),
    watch: base.watch.lazy(async () => ({ default: (await import('./watch.ts')).watch })),
    rules: base.rules.lazy(async () => ({ default: (await import('./rules.ts')).rules })),
    export: base.export.lazy(async () => ({ default: (await import('./export.ts')).exporting })),
    settings: base.settings.lazy(async () => ({ default: (await import('./settings.ts')).settings })),
  });
export type Router = ReturnType<typeof createRouter>;
