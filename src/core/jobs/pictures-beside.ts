// Pictures of a page that a browser saved «complete»: in the folder beside it that has its name, and nowhere else.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { nameIn, type PictureSource } from '../capture/pictures.ts';
import { pageFolder } from './sources.ts';

const LARGEST = 20_000_000;

/** An address leads to a file only by naming that folder and, directly in it, an ordinary file. */
export function picturesBeside(page: string): PictureSource | undefined {
  if (!/\.(?:x?html?|shtml)$/i.test(page)) return undefined;
  const name = basename(page, extname(page));
  let folders: readonly string[] | undefined;
  const isBeside = (folder: string): boolean => {
    folders ??= foldersIn(dirname(page)).filter((one) => pageFolder.test(one) && one.replace(pageFolder, '') === name);
    return folders.includes(folder);
  };
  return (address) => {
    const parts = address
      .replace(/[?#].*$/s, '')
      .replace(/^\.\//, '')
      .split('/')
      .map(nameIn);
    const [folder, file, ...more] = parts;
    if (folder === undefined || file === undefined || more.length > 0 || /^\.*$|[\\/\0]/.test(file) || !isBeside(folder)) return undefined;
    const bytes = readOrdinary(join(dirname(page), folder, file));
    return bytes && { bytes, name: file };
  };
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map((one) => one.name);
  } catch {
    return [];
  }
}

function readOrdinary(path: string): Uint8Array | undefined {
  try {
    const found = lstatSync(path);
    return found.isFile() && found.size <= LARGEST ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
