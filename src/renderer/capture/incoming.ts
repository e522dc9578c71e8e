// What a person hands over, by chooser or by drop: each file with its path inside the folder it came from.
import type { MappedColumn } from '#contract/contract.ts';

/** Which column or key holds what, as a person chose. */
export type ChosenColumns = Partial<Record<MappedColumn, string>>;
export type Incoming = { file: File; path: string; columns?: ChosenColumns };

export const chosenFiles = (list: FileList | null): Incoming[] =>
  [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** Folders are walked. The entries must be asked for while the drop is being handled, so this is called at once. */
export async function droppedFiles(transfer: DataTransfer): Promise<Incoming[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (entries.some((entry) => entry === null)) return chosenFiles(transfer.files);
  const incoming: Incoming[] = [];
  for (const entry of entries) if (entry) await walk(entry, incoming);
  return incoming;
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
