import { auditStream } from '@madoguchi/accounts';
import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import { exampleId, inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { type ExportRequest, startAuditedExport } from './audited-export.js';
import type { ReplayPage } from './replay.js';

const exportId = exampleId('export');
const request: ExportRequest = {
  exportId,
  tenantId: exampleId('tenant'),
  actor: { kind: 'admin', id: 'U7' },
  through: 'API',
  format: 'ndjson',
  personalData: 'open',
  filter: { tenantId: exampleId('tenant'), channels: ['line'], from: '2026-11-20T00:00:00.000Z' },
  after: '0',
  upTo: '90',
};
const now = () => new Date('2026-11-25T09:00:00.000Z');
const page = (events: number): ReplayPage => ({ events: Array(events).fill({}) as ReplayPage['events'], position: '1', read: 9 });

async function* pages(fails = false): AsyncGenerator<ReplayPage> {
  yield page(2);
  yield page(0);
  if (fails) throw new Error('the line broke');
  yield page(3);
}

const told = async (store = inMemoryEventStore()) => ({
  store,
  audited: await startAuditedExport(store, request, now),
  story: async () =>
    (await store.readStream(auditStream(exportId))).map(({ type, data, metadata }) => ({ type, data, actor: metadata.actor })),
});

describe('an export that is recorded', () => {
  it('says who wants what, and when, before anything leaves', async () => {
    const { story, store } = await told();
    expect(await story()).toEqual([
      {
        type: 'EventExportStarted',
        actor: { kind: 'admin', id: 'U7' },
        data: {
          through: 'API',
          format: 'ndjson',
          personalData: 'open',
          events: { channels: ['line'], from: '2026-11-20T00:00:00.000Z' },
          after: '0',
          upTo: '90',
        },
      },
    ]);
    expect((await store.readStream(auditStream(exportId)))[0]?.metadata).toMatchObject({
      tenantId: exampleId('tenant'),
      occurredAt: '2026-11-25T09:00:00.000Z',
    });
  });

  it('passes the pages on and says how many events left', async () => {
    const { audited, story } = await told();
    const seen = [];
    for await (const { events } of audited(pages())) seen.push(events.length);
    expect(seen).toEqual([2, 0, 3]);
    expect((await story()).at(-1)).toMatchObject({ type: 'EventExportEnded', data: { outcome: 'complete', count: 5 } });
  });

  it('says so when nobody waits for the rest', async () => {
    const { audited, story } = await told();
    for await (const _page of audited(pages())) break;
    expect((await story()).at(-1)).toMatchObject({ type: 'EventExportEnded', data: { outcome: 'broken off', count: 2 } });
  });

  it('says so when it fails', async () => {
    const { audited, story } = await told();
    const failing = (async () => {
      for await (const _page of audited(pages(true)));
    })();
    await expect(failing).rejects.toThrow('the line broke');
    expect((await story()).at(-1)).toMatchObject({ type: 'EventExportEnded', data: { outcome: 'broken off', count: 2 } });
  });

  it('does not begin where it cannot be recorded', async () => {
    const store = inMemoryEventStore();
    await store.close();
    await expect(startAuditedExport(store, request, now)).rejects.toThrow(StoreUnavailableError);
  });
});
