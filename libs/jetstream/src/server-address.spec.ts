import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { connect } from './connect.js';
import { CommandClient } from './command-bus.js';
import { serverAddress } from './server-address.js';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the address of nats-server', () => {
  it.each([
    ['nats://127.0.0.1:4222', { servers: ['nats://127.0.0.1:4222'] }],
    ['127.0.0.1', { servers: ['127.0.0.1'] }],
    ['nats://a:4222, nats://b:4222', { servers: ['nats://a:4222', 'nats://b:4222'] }],
    ['nats://desk:p%40ss:w%2Ford@a:4222,nats://b:4222', { servers: ['nats://a:4222', 'nats://b:4222'], user: 'desk', pass: 'p@ss:w/ord' }],
    ['nats://a,tls://desk@b', { servers: ['nats://a', 'tls://b'], user: 'desk', pass: undefined }],
  ])('%s', (url, expected) => {
    expect(serverAddress(url)).toEqual(expected);
  });

  it('lets in whom it names, and only them', async () => {
    const nats = await startNats({ config: 'authorization { user: desk, password: "p@ss" }' });
    const url = nats.url.replace('//', '//desk:p%40ss@');
    try {
      const connection = await connect(url, 'test', log);
      await connection.close();
      const commands = new CommandClient(url, 'test');
      await commands.connect();
      await commands.close();
      await expect(connect(nats.url, 'test', log)).rejects.toThrow(/authorization/i);
    } finally {
      await nats.stop();
    }
  });
});
