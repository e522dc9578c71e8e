import type { Page } from '@playwright/test';

type Recovered = { acts: number; quarantined: number };

/** The page is told, in the network, that the archive is only read. Loopback alone has a network. */
export async function tellReadOnly(page: Page, readOnly: string, recovered: Recovered | null = null): Promise<void> {
  const info = { archive: '/x', format: 2, readOnly, recovered, host: 'loopback' };
  await page.route('**/rpc/archive/info', (route) => route.fulfill({ json: { json: info } }));
  await page.reload();
}
