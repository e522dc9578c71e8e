// File systems in a file: made, mounted, cut off as by a power cut, mounted again.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function command(program: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

export type Mount = {
  readonly path: string;
  mount(options?: string): void;
  /** Tries for some seconds: a process that was killed may hold the file system for a moment longer. */
  unmount(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** `make` makes a file system in an image; `mountWith` says how it is mounted. */
export function makeImage(dir: string, name: string, megabytes: number, make: (image: string) => void, mountWith: string[]): Mount {
  const image = join(dir, `${name}.img`);
  const path = join(dir, `${name} قرص`);
  mkdirSync(path);
  writeFileSync(image, '');
  truncateSync(image, megabytes * 2 ** 20);
  make(image);
  return mountAt(path, () => ['mount', ...mountWith, image, path]);
}

export function mountTmpfs(dir: string, kilobytes: number): Mount {
  const path = join(dir, 'tmpfs');
  mkdirSync(path);
  return mountAt(path, () => ['mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'warraq', path]);
}

export function mountAt(path: string, how: () => string[]): Mount {
  let mounted = false;
  const mount: Mount = {
    path,
    mount(options) {
      const [program, ...args] = how();
      command(program!, ...(options === undefined ? [] : ['-o', options]), ...args);
      mounted = true;
    },
    async unmount() {
      for (let tries = 0; mounted; tries++) {
        const { status, stderr } = spawnSync('umount', [path], { encoding: 'utf8' });
        mounted = status !== 0;
        if (mounted && tries > 100) throw new Error(stderr);
        if (mounted) await new Promise((later) => setTimeout(later, 30));
      }
    },
    async [Symbol.asyncDispose]() {
      await mount.unmount();
      rmSync(path, { recursive: true, force: true });
    },
  };
  return mount;
}

/** FS_IOC_SHUTDOWN, the same number for ext4 and XFS; 2 is NOLOGFLUSH: what is not on the disk by now never comes there. */
const helper = `
import fcntl, os, struct, sys
fd = os.open(sys.argv[1], os.O_RDONLY)
print('ready', flush=True)
sys.stdin.readline()
fcntl.ioctl(fd, 0x8004587D, struct.pack('I', 2))
print('cut', flush=True)
`;

export type Cutter = {
  /** Cuts at once; resolves when it is done. */
  cut(): Promise<void>;
};

/** Waits at the switch, so that the cut comes within a millisecond of the wish. */
export async function armCutter(path: string): Promise<Cutter> {
  const child: ChildProcessWithoutNullStreams = spawn('python3', ['-c', helper, path]);
  const line = (): Promise<string> => new Promise((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  await line();
  return {
    async cut() {
      const done = line();
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.stdin.write('\n');
      await done;
      await ended;
    },
  };
}
