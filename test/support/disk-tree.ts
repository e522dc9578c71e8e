// A file system in memory as programs see it: inodes, names, and the errors of Linux.
import { type Image, ROOT } from './disk-image.ts';
import { systemError } from './system-error.ts';

export type FileNode = {
  readonly inode: number;
  readonly entries?: undefined;
  /** May be longer than `size`. */
  bytes: Uint8Array;
  size: number;
  modified: number;
  /** The bytes belong to an image, too: copied before the first write. */
  shared: boolean;
};
export type FolderNode = { readonly inode: number; readonly entries: Map<string, Node>; modified: number };
export type Node = FileNode | FolderNode;

/** A name in its folder; `node` is undefined when it is free. */
export type Place = { readonly folder: FolderNode; readonly name: string; readonly node: Node | undefined };

export function treeOf(image: Image): { root: FolderNode; nextInode: number } {
  const nodes = new Map<number, Node>();
  for (const [inode, { bytes, modified }] of image.files) nodes.set(inode, { inode, bytes, size: bytes.length, modified, shared: true });
  for (const inode of image.folders.keys()) nodes.set(inode, { inode, entries: new Map(), modified: image.now });
  for (const [inode, names] of image.folders) {
    const folder = nodes.get(inode) as FolderNode;
    for (const [name, child] of names) folder.entries.set(name, nodes.get(child)!);
  }
  return { root: nodes.get(ROOT) as FolderNode, nextInode: Math.max(...nodes.keys()) + 1 };
}

/** Throws ENOENT and ENOTDIR for what is above the name, not for the name itself. */
export function placeOf(root: FolderNode, path: string, call: string): Place {
  const parts = path.split('/').filter((part) => part !== '');
  const name = parts.pop();
  if (name === undefined) return { folder: root, name: '.', node: root };
  let folder = root;
  for (const part of parts) {
    const next = folder.entries.get(part);
    if (!next) throw systemError('ENOENT', call, path);
    if (!next.entries) throw systemError('ENOTDIR', call, path);
    folder = next;
  }
  return { folder, name, node: folder.entries.get(name) };
}

export function fileAt(root: FolderNode, path: string, call: string): FileNode {
  const { node } = placeOf(root, path, call);
  if (!node) throw systemError('ENOENT', call, path);
  if (node.entries) throw systemError('EISDIR', call, path);
  return node;
}

export function folderAt(root: FolderNode, path: string, call: string): FolderNode {
  const { node } = placeOf(root, path, call);
  if (!node) throw systemError('ENOENT', call, path);
  if (!node.entries) throw systemError('ENOTDIR', call, path);
  return node;
}

/** Room for a size; grown by doubling, because a journal grows line by line. */
function makeRoom(file: FileNode, size: number): void {
  if (!file.shared && size <= file.bytes.length) return;
  const bytes = new Uint8Array(size <= file.bytes.length ? file.bytes.length : Math.max(size, file.bytes.length * 2, 1024));
  bytes.set(file.bytes.subarray(0, file.size));
  file.bytes = bytes;
  file.shared = false;
}

export function writeInto(file: FileNode, bytes: Uint8Array, position: number): void {
  makeRoom(file, position + bytes.length);
  file.bytes.set(bytes, position);
  file.size = Math.max(file.size, position + bytes.length);
}

export function resize(file: FileNode, length: number): void {
  makeRoom(file, length);
  if (length < file.size) file.bytes.fill(0, length, file.size);
  file.size = length;
}
