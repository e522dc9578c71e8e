// A disk in memory that knows what a power cut may take away. Reads see everything; only what was synced is sure to stay.
// Rules, stricter than most file systems: fsync of a file makes its bytes and length durable but not its name; fsync of a
// folder makes the names in it durable, not the folder's own; a move counts with the folder it arrives in; rename is atomic.
import type { Disk, DiskFile, Found } from '#core/archive/disk.ts';
import { type CrashOptions, type CrashState, crashStates } from './crash-states.ts';
import { emptyImage, type Image, type Operation } from './disk-image.ts';
import { type FileNode, type FolderNode, fileAt, folderAt, type Node, placeOf, resize, treeOf, writeInto } from './disk-tree.ts';
import { seeded } from './seeded.ts';
import { systemError } from './system-error.ts';

/** `failSync`: a sync that failed as on Linux: what was dirty is no longer, and no later sync will write it. */
export type CrashFile = DiskFile & { failSync(): void };

export type CrashDisk = Disk & {
  open(path: string, mode: 'read' | 'update' | 'create' | 'append'): Promise<CrashFile>;
  /** Puts a value into the log: what was reported to the outside at this moment. */
  mark(value: unknown): void;
  readonly log: readonly Operation[];
  /** Descriptors not closed. */
  readonly openFiles: number;
  /** Each with a disk that starts from it, all of it durable. Deterministic by the seed. */
  crashStates(options: CrashOptions): Generator<CrashState & { readonly disk: CrashDisk }>;
};

/** `shortWrites`: the share of writes that take only some of the bytes. Calls of one disk interleave as the seed says. */
export type CrashDiskOptions = { seed: number; image?: Image; shortWrites?: number };

export function createCrashDisk({ seed, image = emptyImage, shortWrites = 0.05 }: CrashDiskOptions): CrashDisk {
  const random = seeded(seed);
  const log: Operation[] = [];
  const tree = treeOf(image);
  const { root } = tree;
  let { nextInode } = tree;
  let openFiles = 0;

  /** Coarse, as on Linux: several writes share one moment. */
  const now = (): number => image.now + 1000 + (log.length >> 3);

  const pause = async (most: number): Promise<void> => {
    for (let left = random.int(most); left > 0; left--) await Promise.resolve();
  };

  /** A call has its effect at one moment between being made and being answered. */
  async function call<T>(effect: () => T): Promise<T> {
    await pause(4);
    const result = effect();
    await pause(4);
    return result;
  }

  async function sync(operation: (upTo: number) => Operation): Promise<void> {
    await pause(2);
    const upTo = log.length;
    await pause(16);
    log.push(operation(upTo));
    await pause(2);
  }

  function addNode(folder: FolderNode, name: string, node: Node): void {
    folder.entries.set(name, node);
    log.push({ op: 'name', folder: folder.inode, name, inode: node.inode, isFolder: node.entries !== undefined });
  }

  function openNode(path: string, mode: 'read' | 'update' | 'create' | 'append'): FileNode {
    const { folder, name, node } = placeOf(root, path, 'open');
    if (node?.entries) throw systemError(mode === 'create' ? 'EEXIST' : 'EISDIR', 'open', path);
    if (node && mode === 'create') throw systemError('EEXIST', 'open', path);
    if (node) return node;
    if (mode === 'read' || mode === 'update') throw systemError('ENOENT', 'open', path);
    const made: FileNode = { inode: nextInode++, bytes: new Uint8Array(0), size: 0, modified: now(), shared: true };
    addNode(folder, name, made);
    return made;
  }

  function fileOf(node: FileNode, path: string, writable: boolean): CrashFile {
    let closed = false;
    openFiles += 1;
    const check = (name: string, writes: boolean): void => {
      if (closed || (writes && !writable)) throw systemError('EBADF', name, path);
    };
    return {
      write: (bytes, from, position) =>
        call(() => {
          check('write', true);
          const whole = bytes.length - from;
          const taken = whole > 1 && random.chance(shortWrites) ? 1 + random.int(whole - 1) : whole;
          const part = bytes.slice(from, from + taken);
          writeInto(node, part, position);
          node.modified = now();
          log.push({ op: 'write', file: node.inode, position, bytes: part, now: now() });
          return taken;
        }),
      read: (into, position) =>
        call(() => {
          check('read', false);
          const part = node.bytes.subarray(Math.min(position, node.size), Math.min(position + into.length, node.size));
          into.set(part);
          return part.length;
        }),
      size: () =>
        call(() => {
          check('fstat', false);
          return node.size;
        }),
      truncate: (length) =>
        call(() => {
          check('ftruncate', true);
          resize(node, length);
          node.modified = now();
          log.push({ op: 'truncate', file: node.inode, length, now: now() });
        }),
      async dataSync() {
        check('fdatasync', false);
        await sync((upTo) => ({ op: 'sync', file: node.inode, upTo }));
      },
      async sync() {
        check('fsync', false);
        await sync((upTo) => ({ op: 'sync', file: node.inode, upTo }));
      },
      failSync: () => void log.push({ op: 'sync-failed', file: node.inode, upTo: log.length }),
      close: () =>
        call(() => {
          check('close', false);
          closed = true;
          openFiles -= 1;
        }),
    };
  }

  function rename(from: string, to: string): void {
    const source = placeOf(root, from, 'rename');
    const target = placeOf(root, to, 'rename');
    const { node } = source;
    if (!node) throw systemError('ENOENT', 'rename', from);
    if (target.node === node) return;
    if (target.node?.entries && !node.entries) throw systemError('EISDIR', 'rename', to);
    if (target.node && !target.node.entries && node.entries) throw systemError('ENOTDIR', 'rename', to);
    if (target.node?.entries && target.node.entries.size > 0) throw systemError('ENOTEMPTY', 'rename', to);
    source.folder.entries.delete(source.name);
    target.folder.entries.set(target.name, node);
    log.push({
      op: 'name',
      folder: target.folder.inode,
      name: target.name,
      inode: node.inode,
      isFolder: node.entries !== undefined,
      from: { folder: source.folder.inode, name: source.name },
    });
  }

  function found(path: string): Found | undefined {
    try {
      const { node } = placeOf(root, path, 'stat');
      return node && { size: node.entries ? 4096 : node.size, modified: node.modified, isFolder: node.entries !== undefined };
    } catch {
      return undefined;
    }
  }

  return {
    log,
    get openFiles() {
      return openFiles;
    },
    mark: (value) => void log.push({ op: 'mark', value }),
    *crashStates(options) {
      for (const state of crashStates(image, log, options))
        yield { ...state, disk: createCrashDisk({ seed: seed + state.at, image: state.image }) };
    },
    open: (path, mode) => call(() => fileOf(openNode(path, mode), path, mode !== 'read')),
    readFile: (path) =>
      call(() => {
        const file = fileAt(root, path, 'open');
        // A Buffer, as from node:fs.
        return Buffer.from(file.bytes.subarray(0, file.size));
      }),
    // No order is promised (readdir(3)); here it is never the alphabet's.
    names: (path) => call(() => [...folderAt(root, path, 'scandir').entries.keys()].sort((a, b) => scramble(a) - scramble(b))),
    stat: (path) => call(() => found(path)),
    makeFolder: (path) =>
      call(() => {
        const { folder, name, node } = placeOf(root, path, 'mkdir');
        if (node) return false;
        addNode(folder, name, { inode: nextInode++, entries: new Map(), modified: now() });
        return true;
      }),
    rename: (from, to) => call(() => rename(from, to)),
    unlink: (path) =>
      call(() => {
        const { folder, name, node } = placeOf(root, path, 'unlink');
        if (!node) throw systemError('ENOENT', 'unlink', path);
        if (node.entries) throw systemError('EISDIR', 'unlink', path);
        folder.entries.delete(name);
        log.push({ op: 'unname', folder: folder.inode, name });
      }),
    async syncFolder(path) {
      const { inode } = folderAt(root, path, 'open');
      await sync((upTo) => ({ op: 'sync-folder', folder: inode, upTo }));
    },
  };
}

/** FNV-1a. */
function scramble(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
