import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  // One pass for everything that runs in Node. Dependencies stay outside the bundle: pdfkit's fonts break inside one. Those
  // that every start needs are inside: a hundred small files take longer to find than to run.
  main: {
    build: {
      externalizeDeps: { exclude: ['zod', '@orpc/server', '@orpc/contract', '@orpc/client', 'lowdb'] },
      rolldownOptions: { input: { index: 'src/main/index.ts', cli: 'src/cli/index.ts', thread: 'src/core/threads/entry.ts' } },
    },
  },
  // A sandboxed preload may require nothing but 'electron', and must be CommonJS.
  preload: { build: { externalizeDeps: false, rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } } } },
  renderer: { root: 'src/renderer', plugins: [react()], build: { minify: true, rolldownOptions: { input: 'src/renderer/index.html' } } },
});
