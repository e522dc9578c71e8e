// Specs drive what was built. Built once here, never by the workers: two at a time would write over each other.
import { buildIfStale } from '../scripts/build-if-stale.mjs';

export default function build(): void {
  if (buildIfStale() !== 0) throw new Error('The window could not be built.');
}
