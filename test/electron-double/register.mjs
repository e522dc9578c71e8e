// With `node --import`: from here on 'electron' means the double.
import { registerHooks } from 'node:module';

const url = new URL('./electron.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' ? { url, shortCircuit: true } : next(specifier, context),
});
