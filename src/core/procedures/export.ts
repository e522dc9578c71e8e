import { openAsBlob } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportProgress } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { addFace } from '../export/faces/add-face.ts';
import { listFaces } from '../export/faces/list-faces.ts';
import { exportToFile, formatOf } from '../jobs/export-items.ts';
import { type Progress, withProgress } from '../jobs/progress.ts';
import { base } from './base.ts';

/** Finished files wait under their key until they are taken; the newest few are kept. */
const finished = new Map<string, { path: string; name: string; type: string }>();
const KEPT = 4;

async function keep(key: string, file: { path: string; name: string; type: string }): Promise<void> {
  finished.set(key, file);
  for (const [old, { path }] of [...finished].slice(0, -KEPT)) {
    finished.delete(old);
    await rm(path, { force: true });
  }
}

export const exporting = {
  run: base.export.run.handler(async function* ({ input, context, signal }): AsyncGenerator<ExportProgress> {
    const { services } = context;
    const { extension, mediaType } = formatOf(input.format);
    const folder = join(services.cacheDir, 'exports');
    await mkdir(folder, { recursive: true });
    const key = services.newId();
    const path = join(folder, key + extension);
    const work = (onProgress: (progress: Progress) => void) => exportToFile(services, input, path, { signal, onProgress });
    const written = yield* withProgress(work, (progress) => ({ step: 'working' as const, ...progress }));
    const name = `warraq-${services.clock().toISOString().slice(0, 10)}${extension}`;
    await keep(key, { path, name, type: mediaType });
    const { items, pages, bytes, missing } = written;
    yield { step: 'done', key, items, pages, bytes, name, missing };
  }),
  take: base.export.take.handler(async ({ input }) => {
    const file = finished.get(input.key);
    if (!file) throw new Failure('export.expired', {});
    return new File([await openAsBlob(file.path, { type: file.type })], file.name, { type: file.type });
  }),
  faces: base.export.faces.handler(async () => ({ faces: await listFaces() })),
  addFace: base.export.addFace.handler(async ({ input: { file, kashida } }) => {
    const regular = new Uint8Array(await file.arrayBuffer());
    return { face: await addFace({ name: file.name, regular, kashida }) };
  }),
};
