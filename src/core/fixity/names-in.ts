// What is in a folder that may not be there.
import { existsSync, readdirSync } from 'node:fs';

export const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
