import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** The floor of ingress: nothing but the signature. With NATS_URL every request waits for a synced publish of its own. */
const secret = process.env.SECRET;
let publish = async () => {};
if (process.env.NATS_URL) {
  const { connect } = await import('@nats-io/transport-node');
  const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
  const connection = await connect({ servers: process.env.NATS_URL });
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'FLOOR', subjects: ['floor'], storage: 'file' });
  const client = jetstream(connection);
  publish = (body) => client.publish('floor', body);
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    const body = Buffer.concat(parts);
    const given = Buffer.from(String(request.headers['x-line-signature']), 'base64');
    const expected = createHmac('sha256', secret).update(body).digest();
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return response.writeHead(401).end();
    await publish(body);
    response.writeHead(200, { 'content-length': 0 }).end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/webhooks/line/floor` })));
process.on('disconnect', () => process.exit(0));
