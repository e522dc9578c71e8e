// One file between two syncs: what is surely on the disk, and for each sector and for the length what may be there instead.
import { SECTOR } from './disk-image.ts';

/** `lost`: a sync of it failed; later ones will not write it (though it may have reached the disk all the same). */
type Version<T> = { readonly at: number; readonly value: T; lost: boolean };

/** How a power cut treats one file. Given how many versions are pending, which one is on the disk (-1: none of them). */
export type FileFate = {
  sector(number: number, pending: number): number;
  /** One of `sizes`, oldest (durable) first. */
  size(sizes: readonly number[]): number;
};

export type FileVersions = {
  readonly isPending: boolean;
  write(at: number, position: number, bytes: Uint8Array, now: number): void;
  truncate(at: number, length: number, now: number): void;
  sync(upTo: number): void;
  syncFailed(upTo: number): void;
  /** Not to be written to: shared when nothing is pending. */
  after(fate: FileFate): { bytes: Uint8Array; modified: number };
};

export function createFileVersions(start: Uint8Array, modified: number): FileVersions {
  /** Durable; may hold more than `durableSize`, and zeros wherever nothing was written. */
  let durable = start;
  let durableSize = start.length;
  let size = start.length;
  let settled: Uint8Array | undefined = start;
  const sectors = new Map<number, Version<Uint8Array>[]>();
  let sizes: Version<number>[] = [];

  const durableSector = (number: number): Uint8Array => {
    const sector = new Uint8Array(SECTOR);
    sector.set(durable.subarray(number * SECTOR, (number + 1) * SECTOR));
    return sector;
  };

  function change(at: number, number: number, edit: (sector: Uint8Array) => void): void {
    const versions = sectors.get(number) ?? [];
    const value = versions.at(-1)?.value.slice() ?? durableSector(number);
    edit(value);
    versions.push({ at, value, lost: false });
    sectors.set(number, versions);
  }

  function setSize(at: number, value: number): void {
    if (value === size) return;
    size = value;
    sizes.push({ at, value, lost: false });
  }

  /** The newest version that a sync covers; whatever is older went with it, or was overwritten. */
  const covered = <T>(versions: readonly Version<T>[], upTo: number): number =>
    versions.findLastIndex((version) => version.at < upTo && !version.lost);

  return {
    get isPending() {
      return sectors.size > 0 || sizes.length > 0;
    },
    write(at, position, bytes, now) {
      modified = now;
      for (let done = 0; done < bytes.length; ) {
        const offset = (position + done) % SECTOR;
        const part = bytes.subarray(done, done + SECTOR - offset);
        change(at, Math.floor((position + done) / SECTOR), (sector) => sector.set(part, offset));
        done += part.length;
      }
      setSize(at, Math.max(size, position + bytes.length));
    },
    truncate(at, length, now) {
      modified = now;
      for (let number = Math.floor(length / SECTOR); number * SECTOR < size; number++)
        change(at, number, (sector) => sector.fill(0, Math.max(0, length - number * SECTOR)));
      setSize(at, length);
    },
    sync(upTo) {
      const last = covered(sizes, upTo);
      if (last >= 0) durableSize = sizes[last]!.value;
      sizes = sizes.slice(last + 1);
      const settling = [...sectors].map(([number, versions]) => ({ number, versions, newest: covered(versions, upTo) }));
      const end = settling.reduce((most, { number, newest }) => (newest < 0 ? most : Math.max(most, (number + 1) * SECTOR)), 0);
      if (end > 0) durable = grown(durable, Math.max(durable.length, end));
      for (const { number, versions, newest } of settling) {
        if (newest < 0) continue;
        durable.set(versions[newest]!.value, number * SECTOR);
        if (newest + 1 === versions.length) sectors.delete(number);
        else sectors.set(number, versions.slice(newest + 1));
      }
      settled = undefined;
    },
    syncFailed(upTo) {
      for (const version of [...[...sectors.values()].flat(), ...sizes]) if (version.at < upTo) version.lost = true;
    },
    after(fate) {
      if (sectors.size === 0 && sizes.length === 0) {
        settled ??= grown(durable.subarray(0, durableSize), durableSize);
        return { bytes: settled, modified };
      }
      const bytes = grown(durable, fate.size([durableSize, ...sizes.map(({ value }) => value)]));
      for (const [number, versions] of sectors) {
        const chosen = versions[fate.sector(number, versions.length)];
        const room = bytes.length - number * SECTOR;
        if (chosen && room > 0) bytes.set(chosen.value.subarray(0, room), number * SECTOR);
      }
      return { bytes, modified };
    },
  };
}

/** A copy of that length, cut or filled with zeros. */
function grown(bytes: Uint8Array, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  copy.set(bytes.subarray(0, length));
  return copy;
}
