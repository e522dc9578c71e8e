// One line a record; to stderr, or wherever the host sends it.
export type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, message: string, detail?: unknown) => void;

export const silent: Log = () => {};

export const stderrLog: Log = (level, message, detail) => {
  const more = detail instanceof Error ? (detail.stack ?? detail.message) : detail === undefined ? '' : JSON.stringify(detail);
  process.stderr.write(`${new Date().toISOString()} ${level} ${message} ${more}\n`);
};
