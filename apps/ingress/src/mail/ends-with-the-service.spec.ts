import 'reflect-metadata';
import type { NatsConnection } from '@madoguchi/jetstream';
import { PublicLinks } from '@madoguchi/media';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import type { MediaStore } from '@madoguchi/use-cases';
import { IngressModule } from '../ingress.module.js';

const log = createLogger('ingress spec');
log.level = 'silent';

describe('the mail listener', () => {
  it('ends with the service, before the bus and the database do', async () => {
    const ended: string[] = [];
    const module = IngressModule.with({
      accounts: async () => undefined,
      atPlatform: async () => undefined,
      channels: new Map(),
      connection: { rtt: async () => 1, drain: async () => void ended.push('bus') } as unknown as NatsConnection,
      publisher: { publish: async () => undefined, queued: () => 0 },
      media: { check: async () => undefined } as unknown as MediaStore,
      links: new PublicLinks(Buffer.alloc(32)),
      mail: { address: 'smtp://127.0.0.1:25', stop: async () => void ended.push('mail') },
      close: async () => void ended.push('database'),
    });
    const app = await createApplication({ module }, log);
    await app.init();
    await app.close();
    expect(ended).toEqual(['mail', 'bus', 'database']);
  });
});
