import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Failure } from '#contract/errors.ts';
import { addFace, listFaces, removeOwnFace } from '#core/core.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

/** Typefaces are the person's, not an archive's, so none is opened. */
export const face: Verb = async ({ args, terminal }) => {
  const read = readArguments(args, { bold: { type: 'string' }, kashida: { type: 'boolean' } });
  const [action, name] = read.positionals;
  const arabic = terminal.language === 'ar';
  switch (action) {
    case 'list': {
      const faces = await listFaces();
      terminal.result({ faces }, () => faces.map(({ id, family, own }) => `${id}\t${family}${own ? (arabic ? '\tمضاف' : '\tadded') : ''}`));
      return 0;
    }
    case 'add': {
      if (name === undefined) throw new Failure('usage.missing', { what: 'FILE' });
      const bold = read.one('bold');
      const [regular, other] = [await bytesOf(name), bold === undefined ? undefined : await bytesOf(bold)];
      const added = await addFace({ name: basename(name), regular, bold: other, kashida: read.flag('kashida') });
      terminal.result({ face: added }, () => [
        arabic ? `أُضيف الخط ${added.family} باسم ${added.id}` : `Added ${added.family} as ${added.id}`,
      ]);
      return 0;
    }
    case 'remove': {
      if (name === undefined) throw new Failure('usage.missing', { what: 'FACE' });
      if (!(await removeOwnFace(name))) {
        const own = (await listFaces()).filter((one) => one.own);
        throw new Failure('face.unknown', { face: name, known: own.map((one) => one.id).join(', ') || '–' });
      }
      terminal.result({ changed: 1 }, () => [arabic ? `أُزيل الخط ${name}` : `Removed ${name}`]);
      return 0;
    }
    case undefined:
      throw new Failure('usage.missing', { what: 'list | add | remove' });
    default:
      throw new Failure('usage.unknown-command', { command: `face ${action}` });
  }
};

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(path));
  } catch (error) {
    throw new Failure('capture.missing', { path }, { cause: error });
  }
}
