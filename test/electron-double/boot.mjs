// Starts the program as Electron does: the first word that is no switch is its folder, whose package.json names the entry.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [node, , ...words] = process.argv;
const at = words.findIndex((word) => !word.startsWith('-'));
let entry = resolve(at < 0 ? '.' : words[at]);
globalThis.electronDoubleAppPath = entry;
if (statSync(entry).isDirectory()) entry = join(entry, JSON.parse(readFileSync(join(entry, 'package.json'), 'utf8')).main);
// In Electron the list begins with the binary, and the path of this file is not in it.
process.argv = [node, ...words];
await import(pathToFileURL(entry).href);
