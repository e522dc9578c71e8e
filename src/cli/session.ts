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
  withArchive: <T>(mode: Mode, work: (client: RouterClient<Router>, core: Core) => Promise<T>) => Promise<T>;
};
export type Mode = 'read' | 'write' | 'create';

/** Gives back the exit code. */
export type Verb = (session: Session) => Promise<number>;

export function openSession(options: { terminal: Terminal; args: readonly string[]; archive?: string; signal: AbortSignal }): Session {
  const archive = resolve(options.archive ?? defaultArchiveDir());
  return {
    terminal: options.terminal,
    args: options.args,
    archive,
    signal: options.signal,
    async withArchive(mode, work) {
      const core = await openCore({ dir: archive, mode: mode === 'read' ? 'read' : 'write', create: mode === 'create', app: 'cli' });
      try {
        const recovered = core.services.store.recovery;
        if (recovered) options.terminal.say(options.terminal.language === 'ar' ? recoveredAr(recovered) : recoveredEn(recovered));
        return await work(createRouterClient(core.router, { context: () => core.context('cli') }), core);
      } finally {
        await core.close();
      }
    },
  };
}

type Recovered = { acts: number; quarantined: number };
const recoveredAr = ({ acts, quarantined }: Recovered): string =>
  `أُغلق الأرشيف فجأة في المرة الماضية؛ استُكملت منه ${acts} من الأعمال ووُضع جانبًا ${quarantined} من السجلات الناقصة. كل ما أُعلن حفظه سليم.`;
const recoveredEn = ({ acts, quarantined }: Recovered): string =>
  `The archive was closed suddenly last time; ${acts} acts were completed and ${quarantined} incomplete records set aside. All that was reported kept is safe.`;
