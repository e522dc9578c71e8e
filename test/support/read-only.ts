import type { Page } from '@playwright/test';

/** The page is told, in the network, that the archive is only read. Loopback alone has a network. */
export async function tellReadOnly(page: Page, readOnly: string): Promise<void> {
  const info = { archive: '/x', format: 2, readOnly, recovered: null, host: 'loopback' };
  await page.route('**/rpc/archive/info', (route) => route.fulfill({ json: { json: info } }));
  await page.reload();
}
