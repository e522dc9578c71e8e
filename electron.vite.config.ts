import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/**
 * What pdf.js decodes scans with (JBIG2, CCITT fax, JPEG 2000), as scripts: a page of ours may run no WebAssembly. It asks for them
 * by these names.
 */
const scanDecoders: Plugin = {
  name: 'scan-decoders',
  generateBundle() {
    const { resolve } = createRequire(import.meta.url);
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: readFileSync(resolve(`pdfjs-dist/wasm/${name}`)) });
  },
};

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
  renderer: { root: 'src/renderer', plugins: [react(), scanDecoders], build: { minify: true, rolldownOptions: { input: 'src/renderer/index.html' } } },
});
