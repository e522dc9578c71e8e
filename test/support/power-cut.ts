// Follows a log of disk operations, and says what a power cut at the point reached would leave.
import { createFileVersions, type FileFate, type FileVersions } from './file-versions.ts';
import type { Image, Operation } from './disk-image.ts';
import { createNameVersions, type NamesFate } from './name-versions.ts';

export type Fate = { readonly names: NamesFate; readonly file: (inode: number) => FileFate };

export type PowerCut = {
  /** Follows the next operation of the log. */
  follow(operation: Operation): void;
  /** False when a power cut could take nothing. */
  readonly isPending: boolean;
  image(fate: Fate): Image;
};

export function createPowerCut(start: Image): PowerCut {
  const names = createNameVersions(start.folders);
  const files = new Map<number, FileVersions>();
  for (const [inode, { bytes, modified }] of start.files) files.set(inode, createFileVersions(bytes, modified));
  let at = 0;
  let now = start.now;

  return {
    follow(operation) {
      switch (operation.op) {
        case 'write':
          now = operation.now;
          files.get(operation.file)!.write(at, operation.position, operation.bytes, now);
          break;
        case 'truncate':
          now = operation.now;
          files.get(operation.file)!.truncate(at, operation.length, now);
          break;
        case 'sync':
          files.get(operation.file)!.sync(operation.upTo);
          break;
        case 'sync-failed':
          files.get(operation.file)!.syncFailed(operation.upTo);
          break;
        case 'sync-folder':
          names.syncFolder(operation.folder, operation.upTo);
          break;
        case 'name':
          if (!operation.isFolder && !operation.from) files.set(operation.inode, createFileVersions(new Uint8Array(0), now));
          names.add(at, operation);
          break;
        case 'unname':
          names.add(at, operation);
          break;
        default:
      }
      at += 1;
    },
    get isPending() {
      return names.pending > 0 || [...files.values()].some((file) => file.isPending);
    },
    image(fate) {
      const folders = names.after(fate.names);
      const kept = new Map<number, { bytes: Uint8Array; modified: number }>();
      for (const inodes of folders.values()) {
        for (const inode of inodes.values()) {
          const file = files.get(inode);
          if (file) kept.set(inode, file.after(fate.file(inode)));
          else if (!folders.has(inode)) folders.set(inode, new Map());
        }
      }
      return { folders, files: kept, now };
    },
  };
}
