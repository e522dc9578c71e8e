// A radio button or a check box that is kept by the program: its state follows the press a moment later.
import { expect, type Locator } from '@playwright/test';

export async function choose(control: Locator): Promise<void> {
  await control.click();
  await expect(control).toBeChecked();
}
