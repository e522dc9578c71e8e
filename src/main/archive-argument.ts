/** The folder after `--archive`, or undefined. Electron's own switches may stand round it. */
export function archiveArgument(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--archive' || word.startsWith('--archive='));
  const word = argv[at];
  if (word === undefined) return undefined;
  const value = word === '--archive' ? argv[at + 1] : word.slice('--archive='.length);
  return value && !value.startsWith('--') ? value : undefined;
}
