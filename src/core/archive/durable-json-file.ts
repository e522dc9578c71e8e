// lowdb's Adapter over one JSON file, durable: what was written survives, and what cannot be read is never silently replaced.
import type { Adapter } from 'lowdb';
import type { Disk } from './disk.ts';
import { readIfThere, replaceFile } from './durable.ts';
import { parseJson, stringifyJson } from './json.ts';

export class DurableJsonFile<T> implements Adapter<T> {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #onDamaged: (bytes: Uint8Array, reason: string) => Promise<void>;

  /** `onDamaged` is given bytes that are not JSON, to keep them, before anything takes their place. */
  constructor(disk: Disk, path: string, onDamaged: (bytes: Uint8Array, reason: string) => Promise<void> = async () => {}) {
    this.#disk = disk;
    this.#path = path;
    this.#onDamaged = onDamaged;
  }

  /** Null when there is no file, or none that is sound JSON. */
  async read(): Promise<T | null> {
    const bytes = await readIfThere(this.#disk, this.#path);
    if (!bytes) return null;
    try {
      return parseJson(bytes) as T;
    } catch (error) {
      await this.#onDamaged(bytes, (error as Error).message);
      return null;
    }
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#disk, this.#path, stringifyJson(data), { sync: true });
  }
}
