// node test/bench/whole-corpus.ts: every input of the corpus through the command line into one archive. The bytes of each
// article's original are those of its input; the words of what stands in several containers are those of its text; what is
// refused is named. WARRAQ_CORPUS names the folder of the corpus.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Item } from '#contract/item.ts';
import { makeHome } from '../support/warraq.ts';

type Expected = { title?: string; subject?: string; text_file?: string; article?: string };
type Row = { file: string; stratum: string; role?: string; expected?: Expected };
type Result = {
  imported: { path: string; id: string; title: string }[];
  failed: { path: string; code: string; message: string }[];
  duplicates: { path: string; of: string }[];
};

const corpus = process.env['WARRAQ_CORPUS'];
if (!corpus) throw new Error('WARRAQ_CORPUS names the folder of the corpus');
/** So many on one command line. */
const TOGETHER = 60;

const portions = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
const words = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(' ') ?? '';

const rows = ['articles', 'html', 'encodings', 'formats'].flatMap((set) =>
  readFileSync(join(corpus, set, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ role, stratum }) => role === undefined && stratum !== 'ftr-site-config')
    .map((row) => ({ ...row, path: join(corpus, set, row.file) })),
);
const hostile = readdirSync(join(corpus, 'adversarial'), { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile() && one.parentPath !== join(corpus, 'adversarial') && !one.parentPath.includes('third-party'))
  .map((one) => join(one.parentPath, one.name));
const paths = [...rows.map(({ path }) => path), ...hostile];

const scratch = mkdtempSync(join(tmpdir(), 'warraq-corpus-'));
using home = makeHome({ archive: join(scratch, 'archive') });
const result: Result = { imported: [], failed: [], duplicates: [] };
for (const portion of portions(paths, 400)) {
  const run = await home.run('--json', '--lang', 'en', 'import', '--duplicates', 'keep', '--', ...portion);
  if (run.code !== 0 && run.code !== 6) throw new Error(`exit ${run.code}: ${run.stderr}`);
  const { imported, failed, duplicates } = run.json<Result>();
  result.imported.push(...imported);
  result.failed.push(...failed);
  result.duplicates.push(...duplicates);
}

let same = 0;
const altered = new Set<string>();
for (const portion of portions(result.imported, TOGETHER)) {
  const inputs = portion.map(({ path }) => readFileSync(path));
  const { stdout } = await home.run('show', '--original', ...portion.map(({ id }) => id));
  let at = 0;
  for (const [n, bytes] of inputs.entries()) {
    if (stdout.subarray(at, at + bytes.length).equals(bytes)) same++;
    else altered.add(portion[n]!.path);
    at += bytes.length;
  }
  if (at !== stdout.length) altered.add(`${portion[0]!.path} …: ${stdout.length} bytes for ${at}`);
}

const idsAt = Map.groupBy(result.imported, ({ path }) => path);
const wanted = rows.filter(({ expected }) => expected?.text_file ?? expected?.article);
const differing: string[] = [];
for (const { path, expected } of wanted) {
  const ids = (idsAt.get(path) ?? []).map(({ id }) => id);
  if (ids.length === 0) {
    differing.push(`${path}: refused`);
    continue;
  }
  const { items } = (await home.run('--json', 'show', ...ids)).json<{ items: Item[] }>();
  const truth = expected!.text_file ? join(corpus, 'formats', expected!.text_file) : join(corpus, 'articles', expected!.article!);
  const text = words(readFileSync(truth, 'utf8'));
  // Of a mail with attachments one is the text.
  const own = items.map(({ title, body }) => words([title, ...body.map((block) => block.text)].join('\n')));
  if (!own.includes(text)) differing.push(`${path}: ${own.map((one) => one.length).join(', ')} characters of words for ${text.length}`);
}

const short = (path: string): string => path.replace(`${corpus}/`, '');
const verified = await home.run('--json', 'verify');
const refusedInputs = paths.filter((path) => !idsAt.has(path) && !result.duplicates.some((one) => one.path === path));
console.log(
  JSON.stringify(
    {
      inputs: paths.length,
      articles: result.imported.length,
      'originals byte-identical': `${same} of ${result.imported.length}`,
      altered: [...altered].map(short),
      'texts of containers equal': `${wanted.length - differing.length} of ${wanted.length}`,
      differing: differing.map(short),
      refused: refusedInputs.map((path) => `${short(path)}: ${result.failed.find((one) => one.path.startsWith(path))?.code}`),
      'parts refused': result.failed.filter(({ path }) => !paths.includes(path)).map(({ path, code }) => `${basename(path)}: ${code}`),
      verify: verified.code,
    },
    null,
    2,
  ),
);
rmSync(scratch, { recursive: true, force: true });
