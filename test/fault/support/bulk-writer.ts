// Puts many articles into a new archive, as an import does, and tells when every file is durable. Then it waits to be ended.
import { createStore } from '#core/archive/store.ts';
import { article } from '../../bench/articles.ts';

const [dir, count] = process.argv.slice(2);
const options = { app: 'fault', device: 'fault', clock: () => new Date(), newId: () => article(1e6).id, log: () => {} };
const store = await createStore({ ...options, dir: dir! });
const items = Array.from({ length: Number(count) }, (_, n) => article(n));
const at = '2024-05-04T00:00:00.000Z';
await Promise.all(items.map((item) => store.commit({ event: 'capture', at, changes: [{ op: 'put', item }] })));
await store.settle();
process.stdout.write('settled\n');
setInterval(() => {}, 1 << 30);
