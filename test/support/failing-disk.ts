// A disk of which the n-th call fails. The calls before and after go through to the disk beneath.
import type { Disk, DiskFile } from '#core/archive/disk.ts';
import type { CrashFile } from './crash-disk.ts';
import { systemError } from './system-error.ts';

/** `open` is for writing; opening for reading is `openRead`. */
export const callKinds = [
  'write',
  'rename',
  'open',
  'openRead',
  'sync',
  'dataSync',
  'syncFolder',
  'unlink',
  'truncate',
  'makeFolder',
] as const;
export type CallKind = (typeof callKinds)[number];
export const faultCodes = ['EIO', 'ENOSPC', 'EMFILE', 'EPERM'] as const;
export type FaultCode = (typeof faultCodes)[number];

export type Fault = {
  code: FaultCode;
  /** Calls of these kinds are counted, and fail; when not given, those that can fail with the code. */
  kinds?: readonly CallKind[];
  /** The first call that fails, counted from 1. */
  nth: number;
  /** From then on, until `heal`; otherwise once. */
  lasting?: boolean;
  /** A write on a full disk takes half of its bytes first, and fails when it asks again. */
  short?: boolean;
};

export type FailingDisk = Disk & {
  /** Calls so far that could have failed. */
  readonly counted: number;
  /** Calls that did fail. */
  readonly failed: number;
  heal(): void;
};

/** What a system call may answer, by its manual page. EMFILE of a folder's sync: it is opened for it. */
export const plausible: Record<FaultCode, readonly CallKind[]> = {
  EIO: callKinds,
  ENOSPC: ['write', 'rename', 'open', 'sync', 'dataSync', 'syncFolder', 'makeFolder'],
  EMFILE: ['open', 'openRead', 'syncFolder'],
  EPERM: ['write', 'rename', 'open', 'openRead', 'unlink', 'truncate', 'makeFolder'],
};

export function createFailingDisk(disk: Disk, fault: Fault): FailingDisk {
  const kinds = fault.kinds ?? plausible[fault.code];
  let counted = 0;
  let failed = 0;
  let healed = false;
  let shortened = false;
  /** The failure that follows a short write. */
  let owed = false;

  function fails(kind: CallKind): boolean {
    if (!kinds.includes(kind)) return false;
    counted += 1;
    return !healed && (fault.lasting ? counted >= fault.nth : counted === fault.nth);
  }

  function meet(kind: CallKind, path: string): void {
    if (!fails(kind)) return;
    failed += 1;
    throw systemError(fault.code, kind, path);
  }

  async function write(file: DiskFile, path: string, bytes: Uint8Array, from: number, position: number): Promise<number> {
    const half = (bytes.length - from) >> 1;
    const failing = fails('write');
    if (failing && fault.short && !shortened && half > 0) {
      shortened = owed = true;
      return file.write(bytes.subarray(0, from + half), from, position);
    }
    if (failing || (owed && !healed)) {
      owed = false;
      failed += 1;
      throw systemError(fault.code, 'write', path);
    }
    return file.write(bytes, from, position);
  }

  function fileOf(file: DiskFile, path: string): DiskFile {
    async function sync(kind: 'sync' | 'dataSync'): Promise<void> {
      try {
        meet(kind, path);
      } catch (error) {
        // Linux tells of a lost page once: the page is clean from then on, and the next sync is content (fsync(2), NOTES).
        (file as Partial<CrashFile>).failSync?.();
        throw error;
      }
      await file[kind]();
    }
    return {
      ...file,
      write: (bytes, from, position) => write(file, path, bytes, from, position),
      async truncate(length) {
        meet('truncate', path);
        await file.truncate(length);
      },
      dataSync: () => sync('dataSync'),
      sync: () => sync('sync'),
    };
  }

  return {
    ...disk,
    get counted() {
      return counted;
    },
    get failed() {
      return failed;
    },
    heal() {
      healed = true;
    },
    async open(path, mode) {
      // A full disk opens what is there.
      if (mode === 'read') meet('openRead', path);
      else if (fault.code !== 'ENOSPC' || (mode !== 'update' && !(await disk.stat(path)))) meet('open', path);
      return fileOf(await disk.open(path, mode), path);
    },
    async rename(from, to) {
      meet('rename', from);
      await disk.rename(from, to);
    },
    async unlink(path) {
      meet('unlink', path);
      await disk.unlink(path);
    },
    async makeFolder(path) {
      meet('makeFolder', path);
      return disk.makeFolder(path);
    },
    async syncFolder(path) {
      meet('syncFolder', path);
      await disk.syncFolder(path);
    },
  };
}
