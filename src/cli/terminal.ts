// What the command line prints: one JSON document with --json, sentences without; progress only on a terminal.
import { type Log, stderrLog } from '#core/core.ts';
import { errorMessage, type Language } from '#i18n/message.ts';

// Everything a terminal could take for a command, and bidi overrides that would turn the line round.
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067]/g;
export const safe = (text: string): string => text.replace(dangerous, '\uFFFD');

export type Terminal = {
  readonly language: Language;
  readonly json: boolean;
  /** The result: the document with --json, otherwise the lines. */
  result(document: unknown, lines: () => Iterable<string>): void;
  /** What went wrong: its sentence on stderr, and with --json a document of its code where no result was printed. */
  failed(code: string, sentence: string): void;
  /** Something to know, on stderr; silent with --quiet. */
  say(line: string): void;
  progress(line: string): void;
  /** What the program itself notes: with --verbose all of it, else defects alone. */
  log: Log;
  failure: (code: string, params: Readonly<Record<string, unknown>>) => string;
};

export function openTerminal(options: { language: Language; json: boolean; quiet: boolean; verbose?: boolean }): Terminal {
  const { language, json, quiet, verbose = false } = options;
  const live = !quiet && process.stderr.isTTY;
  let shown = false;
  let told = false;
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    language,
    json,
    result(document, lines) {
      clear();
      told = true;
      if (json) process.stdout.write(`${JSON.stringify(document)}\n`);
      else for (const line of lines()) process.stdout.write(`${safe(line)}\n`);
    },
    failed(code, sentence) {
      clear();
      process.stderr.write(`warraq: ${sentence}\n`);
      if (json && !told) process.stdout.write(`${JSON.stringify({ error: { code, message: sentence } })}\n`);
      told = true;
    },
    say(line) {
      clear();
      if (!quiet) process.stderr.write(`${safe(line)}\n`);
    },
    progress(line) {
      if (!live) return;
      clear();
      process.stderr.write(safe(line));
      shown = true;
    },
    log: (level, message, detail) => {
      if (verbose || level === 'error') stderrLog(level, message, detail);
    },
    failure: (code, params) => errorMessage(code, params, language) ?? code,
  };
}
