// Loaded before a program (NODE_OPTIONS=--import …): whatever of it reaches for the network, looks up a name or starts another
// program is written down in the file that WARRAQ_WATCHED names.
import child from 'node:child_process';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import dgram from 'node:dgram';

const file = process.env.WARRAQ_WATCHED;
const note = (what, args) => appendFileSync(file, `${what} ${JSON.stringify(args[0])}\n`);
appendFileSync(file, 'watching\n');

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function watched(...args) {
  note('connect', [args[0]?.path ?? args[0]?.port ?? args[0]]);
  return connect.apply(this, args);
};
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function watched(...args) {
  note('send', args.slice(-1));
  return send.apply(this, args);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const own = dns[name];
  dns[name] = (...args) => {
    note(`dns.${name}`, args);
    return own(...args);
  };
}
const own = globalThis.fetch;
globalThis.fetch = (...args) => {
  note('fetch', [String(args[0])]);
  return own(...args);
};
for (const name of ['spawn', 'execFile', 'exec', 'fork']) {
  const start = child[name];
  child[name] = (...args) => {
    // Making files durable is all that another program is asked for.
    if (args[0] !== 'sync') note(name, args);
    return start(...args);
  };
}
syncBuiltinESMExports();
