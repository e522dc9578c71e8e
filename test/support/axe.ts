// axe on what is on the screen, in every look that it can have, within one visit.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { Settings } from '#contract/settings.ts';

type RunOptions = { readonly runOnly?: readonly string[]; readonly resultTypes?: readonly string[] };
type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};

// Once in the page it stays there: to bring it costs more than to run it.
const source = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe holds to be serious or critical; a sentence for each element. */
export async function seriousOn(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${source};0`);
  return page.evaluate(async (more) => {
    const { axe } = globalThis as unknown as { axe: { run: (within: Document, options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...more });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
  }, options);
}

/** Rules that the theme decides about; the others see the same page in both. */
const ofColour: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** The language of the window is set behind its back, so that what is open stays open. On loopback alone. */
export async function speak(page: Page, language: Settings['language']): Promise<void> {
  await page.evaluate(async (to) => {
    const body = JSON.stringify({ json: { language: to } });
    await fetch('/rpc/settings/set', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  }, language);
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** In Arabic and in English, in the light and the dark theme of the system, what axe holds to be serious; the window is left in Arabic and light. */
export async function seriousInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const language of ['ar', 'en'] as const) {
    if (language === 'en') await speak(page, 'en');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const wrong = await seriousOn(page, colorScheme === 'dark' ? ofColour : {});
      found.push(...wrong.map((one) => `${language}, ${colorScheme}: ${one}`));
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await speak(page, 'ar');
  return found;
}
