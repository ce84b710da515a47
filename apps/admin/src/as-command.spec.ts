import { randomUUID } from 'node:crypto';
import { accountStream, integrationAccountDecider } from '@madoguchi/accounts';
import { createInMemoryLog } from '@madoguchi/event-sourcing/testing';
import { ProblemException } from '@madoguchi/service-kit';
import { asCommand } from './as-command.js';

const admin = { tenantId: randomUUID(), userId: randomUUID() };
const now = () => new Date('2026-11-25T10:00:00Z');
const add = { type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'key' } as const;

const problemOf = async (asked: Promise<unknown>) => {
  try {
    await asked;
  } catch (error) {
    if (error instanceof ProblemException) return { status: error.getStatus(), ...(error.getResponse() as { code: string }) };
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a request of an administrator as a command', () => {
  it('is recorded once for one idempotency key, with who asked and when', async () => {
    const store = createInMemoryLog().open();
    const [stream, key] = [accountStream(randomUUID()), randomUUID()];
    const first = await asCommand(store, admin, integrationAccountDecider, stream, add, key, { now });
    const again = await asCommand(store, admin, integrationAccountDecider, stream, add, key, { now });
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(await store.readStream(stream)).toMatchObject([
      { metadata: { tenantId: admin.tenantId, actor: { kind: 'admin', id: admin.userId }, occurredAt: now().toISOString() } },
    ]);
  });

  it('of somebody who looked before it changed is told so, and does nothing', async () => {
    const store = createInMemoryLog().open();
    const stream = accountStream(randomUUID());
    const link = (expectedVersion: number) =>
      asCommand(store, admin, integrationAccountDecider, stream, { type: 'LinkAccount' }, randomUUID(), { now, expectedVersion });
    await asCommand(store, admin, integrationAccountDecider, stream, add, randomUUID(), { now });
    await link(1);
    expect(await problemOf(link(1))).toMatchObject({ status: 412, code: 'it-changed', extensions: { version: 2 } });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('that is refused leaves as a problem with the refusal’s code; what belongs to another tenant does not exist', async () => {
    const store = createInMemoryLog().open();
    const stream = accountStream(randomUUID());
    await asCommand(store, admin, integrationAccountDecider, stream, add, randomUUID(), { now });
    const asked = (who: typeof admin) => problemOf(asCommand(store, who, integrationAccountDecider, stream, add, randomUUID(), { now }));
    expect(await asked(admin)).toMatchObject({ status: 409, code: 'account-exists' });
    expect(await asked({ ...admin, tenantId: randomUUID() })).toMatchObject({ status: 404, code: 'no-such-stream' });
  });
});
