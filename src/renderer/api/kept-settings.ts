// Settings are kept one change after another, and read when none is under way: what was chosen never flickers back.
import type { Settings } from '#contract/settings.ts';
import { api } from './client.ts';

let last: Promise<unknown> = Promise.resolve();

export function keepSettings(change: Partial<Settings>): Promise<Settings> {
  const kept = last.then(() => api.settings.set(change));
  last = kept.catch(() => {});
  return kept;
}

export async function readSettings(): Promise<Settings> {
  for (;;) {
    const seen = last;
    await seen;
    const now = await api.settings.get();
    if (seen === last) return now;
  }
}
