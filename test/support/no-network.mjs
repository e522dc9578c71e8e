// Loaded before a program (NODE_OPTIONS=--import …): whatever of it reaches for the network, looks up a name or starts another
// program is written down in the file that WARRAQ_WATCHED names.
import child from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env.WARRAQ_WATCHED;
appendFileSync(file, 'watching\n');

function watch(object, ...names) {
  for (const name of names) {
    const own = Reflect.get(object, name);
    object[name] = function watched(...args) {
      // Making files durable is all that another program is asked for.
      if (args[0] !== 'sync') appendFileSync(file, `${name}\n`);
      return Reflect.apply(own, this, args);
    };
  }
}

watch(net.Socket.prototype, 'connect');
watch(dgram.Socket.prototype, 'send', 'connect');
watch(dns, 'lookup', 'resolve', 'resolve4', 'resolve6');
watch(globalThis, 'fetch');
watch(child, 'spawn', 'execFile', 'exec', 'fork', 'spawnSync', 'execFileSync', 'execSync');
syncBuiltinESMExports();
