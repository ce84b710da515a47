import type { FastifyInstance } from 'fastify';
import type { LiveEvent } from '../control-api.js';
import type { World } from '../world.js';

const ALIVE_EVERY_MS = 15_000;

/** `GET /api/live?platform=&account=&chat=`: server-sent events of what changes, narrowed by what is named. */
export const serveLive = (app: FastifyInstance, { live }: World): void => {
  app.get<{ Querystring: { platform?: string; account?: string; chat?: string } }>('/api/live', (request, reply) => {
    const { platform, account, chat } = request.query;
    const wanted = (event: LiveEvent) =>
      (platform === undefined || event.platform === platform) &&
      (account === undefined || event.account === account) &&
      (chat === undefined || !('chat' in event) || event.chat === chat);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    raw.write(': open\n\n');
    const end = live.listen((event) => wanted(event) && raw.write(`data: ${JSON.stringify(event)}\n\n`));
    const alive = setInterval(() => raw.write(': alive\n\n'), ALIVE_EVERY_MS);
    raw.on('close', () => {
      clearInterval(alive);
      end();
    });
  });
};
