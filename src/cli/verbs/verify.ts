import { resolve } from 'node:path';
import type { Verification } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { isArchive, verifyArchive } from '#core/core.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

/** Needs no lock and no index: a copy on a read-only disk is verified as it lies. */
export const verify: Verb = async ({ args, archive, terminal, signal }) => {
  const [named] = readArguments(args, {}, 1).positionals;
  const dir = named === undefined ? archive : resolve(named);
  if (!isArchive(dir)) throw new Failure('archive.missing', { path: dir });
  let result: Verification | undefined;
  for await (const step of verifyArchive(dir, signal)) {
    if (step.step === 'working') terminal.progress(String(step.checked));
    else result = step.result;
  }
  terminal.result(result!, () => lines(result!, terminal.language));
  return result!.missing.length + result!.altered.length > 0 ? 5 : 0;
};

function* lines({ checked, missing, altered, unknown }: Verification, language: 'ar' | 'en'): Generator<string> {
  const ar = language === 'ar';
  for (const path of missing) yield `${ar ? 'مفقود' : 'Missing'}: ${path}`;
  for (const path of altered) yield `${ar ? 'متغيّر' : 'Altered'}: ${path}`;
  for (const path of unknown) yield `${ar ? 'غير معروف' : 'Unknown'}: ${path}`;
  yield ar
    ? `فُحص: ${checked}، مفقود: ${missing.length}، متغيّر: ${altered.length}، غير معروف: ${unknown.length}`
    : `Checked: ${checked}, missing: ${missing.length}, altered: ${altered.length}, unknown: ${unknown.length}`;
}
