// The name of this device's journals: made once, kept with the person's settings.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname } from 'node:path';
import { deviceFile } from './places.ts';

export function deviceName(): string {
  const known = readName();
  if (known) return known;
  const made = randomBytes(6).toString('hex');
  try {
    mkdirSync(dirname(deviceFile()), { recursive: true });
    // Two programs started at once agree on the name that was there first.
    writeFileSync(deviceFile(), `${JSON.stringify({ device: made })}\n`, { flag: 'wx' });
    return made;
  } catch {
    return readName() ?? createHash('sha256').update(`${hostname()}\n${homedir()}`).digest('hex').slice(0, 12);
  }
}

function readName(): string | undefined {
  try {
    const { device } = JSON.parse(readFileSync(deviceFile(), 'utf8')) as { device?: unknown };
    return typeof device === 'string' && /^[0-9a-f]{12}$/.test(device) ? device : undefined;
  } catch {
    return undefined;
  }
}
