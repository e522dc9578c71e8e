// Old syntax on purpose: this must run on whatever Node is first on the PATH.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    'Warraq needs Node 24 (found ' +
      process.version +
      ').\n' +
      'Run it through npm scripts or npx after a plain npm ci (no --omit=optional), or put Node 24 on your PATH.',
  );
  process.exit(1);
}
