// What a person can see of the window: nothing cut off, and where the keyboard is.
import type { Page } from '@playwright/test';

/** Half of each side of the window in CSS pixels, as at 200 % zoom (WCAG 2.2 1.4.4 and 1.4.10). */
export const zoomed = { width: 640, height: 400 };

/** Controls that cannot be brought into the window, and a page that is wider than it; a sentence for each. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) wrong.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
    const modal = document.querySelector('[role=dialog], [role=alertdialog]');
    const all = (modal ?? document).querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role=treeitem], [role=separator]',
    );
    for (const one of all) {
      // Shown to those alone who come to it by keyboard; or drawn by what stands behind it.
      if (!one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) || one.closest('[aria-hidden=true]')) continue;
      if (one.matches('[class*=skip]')) continue;
      one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
      const name = `${one.localName} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''}`;
      if (left < -1 || right > innerWidth + 1) wrong.push(`${name} stands from ${Math.round(left)} to ${Math.round(right)}`);
      if (top > innerHeight || bottom < 0) wrong.push(`${name} is above or below the window`);
      const small = one.matches('[role=separator], input[type=radio], input[type=checkbox]');
      if (!small && (width < 12 || height < 12)) wrong.push(`${name} is ${Math.round(width)} by ${Math.round(height)}`);
    }
    return wrong;
  });

/** Stops of the Tab key, of the next `count`, at which nothing on the screen shows that the keyboard is there. */
export async function unseenStops(page: Page, count: number): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (let n = 0; n < count; n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return undefined;
      const { x, y, width, height } = one.getBoundingClientRect();
      return {
        name: `${one.localName} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''}`,
        x,
        y,
        width,
        height,
      };
    });
    if (!stop || seen.has(stop.name)) continue;
    seen.add(stop.name);
    const [left, top] = [Math.max(0, stop.x - 8), Math.max(0, stop.y - 8)];
    const { width: whole, height: tall } = page.viewportSize()!;
    const clip = { x: left, y: top, width: Math.min(whole - left, stop.width + 16), height: Math.min(tall - top, stop.height + 16) };
    const there = await page.screenshot({ clip });
    await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      (globalThis as { held?: HTMLElement }).held = one;
      one.blur();
    });
    const gone = await page.screenshot({ clip });
    await page.evaluate(() => (globalThis as { held?: HTMLElement }).held?.focus({ preventScroll: true }));
    if (there.equals(gone)) wrong.push(stop.name);
  }
  return wrong;
}
