// lowdb's Adapter over one JSON file, durable: what was written survives, and what cannot be read is never silently replaced.
import { readFile, rename } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { parseJson, stringifyJson } from './json.ts';
import { replaceFile } from './durable.ts';

export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string;
  constructor(path: string) {
    this.#path = path;
  }

  /** Null when there is no file. A file that is not sound JSON is set aside under a name that tells why, and null is given. */
  async read(): Promise<T | null> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(this.#path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return parseJson(bytes) as T;
    } catch {
      await rename(this.#path, `${this.#path}.damaged-${Date.now()}`);
      return null;
    }
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#path, stringifyJson(data), { sync: true });
  }
}
