// Files handed to the window as a person does it: chosen, looked at, taken in.
import type { FileChooser, Page } from '@playwright/test';
import { captureAr } from '../../src/i18n/capture.ar.ts';
import { windowAr } from '../../src/i18n/window.ar.ts';

type Files = Parameters<FileChooser['setFiles']>[0];

export const takeInButton = (page: Page) => page.getByRole('region', { name: captureAr.preview }).getByRole('button', { name: /^استورد/u });

/** What they would become is in sight now, and nothing is kept. */
export async function chooseFiles(page: Page, files: Files): Promise<void> {
  await page.getByRole('button', { name: windowAr.import }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel(windowAr.chooseFiles).click();
  await (await chooser).setFiles(files);
}

export async function takeIn(page: Page, files: Files): Promise<void> {
  await chooseFiles(page, files);
  await takeInButton(page).click();
}
