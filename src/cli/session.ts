// One run of a verb: its options, the archive it opens, the router it calls.
import { resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { type Core, defaultArchiveDir, openCore, type Router } from '#core/core.ts';
import type { Terminal } from './terminal.ts';

export type Session = {
  readonly terminal: Terminal;
  readonly args: readonly string[];
  /** The archive asked for, absolute. */
  readonly archive: string;
  readonly signal: AbortSignal;
  /** Opens the archive for the length of `work`. Exit code 4 when it cannot be had. */
  withArchive: <T>(mode: Mode, work: (client: Client, core: Core) => Promise<T>) => Promise<T>;
};
export type Client = RouterClient<Router>;
/** `find` reads, and asks by words. */
export type Mode = 'read' | 'find' | 'write' | 'create';

/** Gives back the exit code. */
export type Verb = (session: Session) => Promise<number>;

export function openSession(options: { terminal: Terminal; args: readonly string[]; archive?: string; signal: AbortSignal }): Session {
  const { terminal, args, signal } = options;
  const archive = resolve(options.archive ?? defaultArchiveDir());

  async function once<T>(mode: Mode, work: (client: Client, core: Core) => Promise<T>): Promise<T> {
    const core = await openCore({
      dir: archive,
      mode: mode === 'read' || mode === 'find' ? 'read' : 'write',
      words: mode === 'find',
      create: mode === 'create',
      app: 'cli',
      log: terminal.log,
    });
    try {
      const { recovery, readOnly } = core.services.store;
      if (readOnly === 'disk-full' || readOnly === 'not-writable') terminal.say(readOnlyNotes[terminal.language][readOnly]);
      if (recovery) terminal.say(terminal.language === 'ar' ? recoveredAr(recovery) : recoveredEn(recovery));
      if (mode === 'find') await core.services.index.completeWords((done) => terminal.progress(String(done)));
      return await work(createRouterClient(core.router, { context: () => core.context('cli') }), core);
    } finally {
      await core.close();
    }
  }

  return {
    terminal,
    args,
    archive,
    signal,
    async withArchive(mode, work) {
      try {
        return await once(mode, work);
      } catch (error) {
        // A damaged index was thrown away: what only reads is done again with a new one.
        if ((mode !== 'read' && mode !== 'find') || (error as { code?: unknown }).code !== 'archive.index-damaged') throw error;
        return once(mode, work);
      }
    },
  };
}

const readOnlyNotes = {
  ar: {
    'disk-full': 'القرص ممتلئ، ففُتح الأرشيف للقراءة فقط. كل ما حُفظ سليم. أفرغ بعض المساحة لتكتب فيه.',
    'not-writable': 'لا يمكن الكتابة في هذا الأرشيف، ففُتح للقراءة فقط. كل ما حُفظ سليم. تحقّق من القرص ومن أذون المجلد.',
  },
  en: {
    'disk-full': 'The disk is full, so the archive is open for reading only. All that was kept is safe. Free some space to write in it.',
    'not-writable':
      'This archive cannot be written, so it is open for reading only. All that was kept is safe. Check the disk and the permissions of the folder.',
  },
} as const;

type Recovered = { acts: number; quarantined: number };
const recoveredAr = ({ acts, quarantined }: Recovered): string =>
  `أُغلق الأرشيف فجأة في المرة الماضية؛ استُكملت منه ${acts} من الأعمال ووُضع جانبًا ${quarantined} من السجلات الناقصة. كل ما أُعلن حفظه سليم.`;
const recoveredEn = ({ acts, quarantined }: Recovered): string =>
  `The archive was closed suddenly last time; ${acts} acts were completed and ${quarantined} incomplete records set aside. All that was reported kept is safe.`;
