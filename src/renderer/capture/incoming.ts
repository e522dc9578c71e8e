// What a person hands over, by chooser, by drop or by pasting: each file with its path inside the folder it came from.
import type { MappedColumn } from '#contract/contract.ts';

/** Which column or key holds what, as a person chose. */
export type ChosenColumns = Partial<Record<MappedColumn, string>>;
export type Incoming = { file: File; path: string; columns?: ChosenColumns };

/** Those of a folder come in the order of their names, whatever order the disk has them in. */
export function chosenFiles(list: FileList | null): Incoming[] {
  const files = [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return files.some(({ file }) => file.webkitRelativePath !== '') ? byPath(files) : files;
}

const byPath = (files: Incoming[]): Incoming[] => files.toSorted((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }));

/** Folders are walked. The entries must be asked for while the drop is being handled, so this is called at once. */
export async function droppedFiles(transfer: DataTransfer): Promise<Incoming[]> {
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  if (entries.some((entry) => entry === null)) return chosenFiles(transfer.files);
  const incoming: Incoming[] = [];
  for (const entry of entries) if (entry) await walk(entry, incoming);
  return entries.some((entry) => entry?.isDirectory) ? byPath(incoming) : incoming;
}

async function walk(entry: FileSystemEntry, found: Incoming[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives its entries in parts; an empty part is the end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return;
    for (const one of part) if (!one.name.startsWith('.')) await walk(one, found);
  }
}
