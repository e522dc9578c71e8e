// lowdb's Adapter over one JSON file, durable: what was written survives, and what cannot be read is never silently replaced.
import { readFile, rename } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { parseJson, stringifyJson } from './json.ts';
import { replaceFile } from './durable.ts';

export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #setAside: boolean;
  constructor(path: string, options: { setAside: boolean } = { setAside: true }) {
    this.#path = path;
    this.#setAside = options.setAside;
  }

  /** Null when there is no file. What is not sound JSON gives null; with `setAside` it is first renamed, never overwritten. */
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
      if (this.#setAside) await rename(this.#path, `${this.#path}.damaged-${Date.now()}`);
      return null;
    }
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#path, stringifyJson(data), { sync: true });
  }
}
