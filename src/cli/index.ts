// The command line: global options, the verb, the exit code.
import { type ErrorCode, exitCodeOf, Failure, isFailure } from '#contract/errors.ts';
import { errorMessage, type Language } from '#i18n/message.ts';
import { refusedInput } from './refused-input.ts';
import { openSession } from './session.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { verbs, verbsToCome } from './verbs.ts';

type Globals = { archive?: string; json: boolean; language: Language; quiet: boolean; verbose: boolean; command?: string; rest: string[] };

/** Global options may stand before the command or after it, as with git and rg. */
function readGlobals(argv: readonly string[]): Globals {
  const globals: Globals = { json: false, language: localeLanguage(), quiet: false, verbose: false, rest: [] };
  const values = [...argv];
  while (values.length > 0) {
    const word = values.shift()!;
    const [name, inline] = word.startsWith('--') ? splitOption(word) : [word, undefined];
    const value = (): string => {
      const given = inline ?? values.shift();
      if (given === undefined) throw new Failure('usage.missing', { what: `${name} …` });
      return given;
    };
    if (word === '--') {
      globals.rest.push(word, ...values.splice(0));
    } else if (name === '--archive') globals.archive = value();
    else if (name === '--lang') globals.language = languageOf(value());
    else if (word === '--json') globals.json = true;
    else if (word === '--quiet') globals.quiet = true;
    else if (word === '--verbose') globals.verbose = true;
    else if (globals.command === undefined) globals.command = word;
    else globals.rest.push(word);
  }
  return globals;
}

function splitOption(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function languageOf(value: string): Language {
  if (value !== 'ar' && value !== 'en') throw new Failure('usage.bad-value', { option: '--lang', value, allowed: 'ar | en' });
  return value;
}

function localeLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = LC_ALL || LC_MESSAGES || LANG || '';
  return /^(en|C\b|C\.|POSIX)/i.test(named) ? 'en' : 'ar';
}

/** What help is asked about: a command, '' for all of them; undefined where none is asked for. */
function helpAbout(command: string, rest: readonly string[]): string | undefined {
  if (command === 'help' || command === '--help' || command === '-h') return rest[0] ?? '';
  const end = rest.indexOf('--');
  return rest.slice(0, end < 0 ? undefined : end).includes('--help') ? command : undefined;
}

async function run(globals: Globals, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { command } = globals;
  const about = command === undefined ? undefined : helpAbout(command, globals.rest);
  if (command === undefined || about !== undefined) {
    const { helpLines } = await import('./help.ts');
    terminal.result({ commands: Object.keys(verbs) }, () => helpLines(terminal.language, about));
    return command === undefined ? 2 : 0;
  }
  if (command === '--version' || command === '-V') {
    const { programVersion } = await import('#core/core.ts');
    const version = programVersion();
    terminal.result({ version }, () => [`warraq ${version}`]);
    return 0;
  }
  if (verbsToCome.includes(command)) throw new Failure('usage.not-yet', { command });
  const load = Object.hasOwn(verbs, command) ? verbs[command] : undefined;
  if (!load) throw new Failure('usage.unknown-command', { command });
  const verb = await load();
  return verb(openSession({ terminal, args: globals.rest, archive: globals.archive, signal }));
}

/** Failures of procedures arrive as errors that carry our code and params. */
function expected(error: unknown, args: readonly string[], language: Language): { code: ErrorCode; sentence: string } | undefined {
  const { code, data } = error as { code?: unknown; data?: unknown };
  const refused = code === 'BAD_REQUEST' ? refusedInput(data, args, language) : undefined;
  if (refused) return expected(refused, args, language);
  if (isFailure(error)) return { code: error.code, sentence: errorMessage(error.code, error.params, language)! };
  const sentence = typeof code === 'string' ? errorMessage(code, (data ?? {}) as Record<string, unknown>, language) : undefined;
  return sentence === undefined ? undefined : { code: code as ErrorCode, sentence };
}

const defects = {
  ar: 'خلل في البرنامج نفسه؛ ما أُعلن حفظه سليم.',
  en: 'a fault in the program itself; what was reported kept is safe.',
} as const;

async function main(): Promise<number> {
  let language = localeLanguage();
  // Until all the options are read, and for what is wrong with them.
  let terminal = openTerminal({ language, json: process.argv.includes('--json'), quiet: false });
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());
  try {
    const globals = readGlobals(process.argv.slice(2));
    language = globals.language;
    terminal = openTerminal(globals);
    return await run(globals, terminal, interrupted.signal);
  } catch (error) {
    // Stopped by Ctrl-C: neither a failure nor a defect. 128 + SIGINT, as the shell tells it.
    if (interrupted.signal.aborted) return 130;
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    const known = expected(error, process.argv.slice(2), language);
    if (known) {
      terminal.failed(known.code, known.sentence);
      return exitCodeOf(known.code);
    }
    terminal.failed('defect', defects[language]);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

// Who read our lines has gone, as `head` does: there is no one left to tell. What is under way comes to its end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
process.exitCode = await main();
