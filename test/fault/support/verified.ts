// What verify finds amiss, without the command line around it.
import { verifyArchive } from '#core/core.ts';

export async function verified(dir: string): Promise<{ missing: string[]; altered: string[] }> {
  for await (const step of verifyArchive(dir)) {
    if (step.step === 'done') return { missing: step.result.missing, altered: step.result.altered };
  }
  throw new Error('verify came to no end');
}
