// npm run dev: the window with hot reload, in Electron where its binary is, else on the double that poses as it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronBinary, hasDisplay } from './electron-binary.mjs';

const root = join(import.meta.dirname, '..');
const real = electronBinary() !== null && hasDisplay();
if (!real)
  console.log('Warraq: no Electron or no display; the main process runs on the test double. Open the printed address to see the window.');
const env = real ? process.env : { ...process.env, ELECTRON_EXEC_PATH: join(root, 'test', 'electron-double', 'electron') };
const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
spawn(process.execPath, [tool, 'dev', '--watch'], { stdio: 'inherit', env, cwd: root }).on('exit', (code) => process.exit(code ?? 1));
