import { healthReport, messagesToSendAgain } from '@madoguchi/accounts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { fingerprint, projectAll, type ReadModelDatabase, startReadModelDatabase } from '../testing/read-model-database.js';
import { channelHealthProjector } from './channel-health.projector.js';
import { channelHealthOf } from './find-channel-health.js';

const [account, quietAccount, conversation, other] = [uuid(1), uuid(2), uuid(11), uuid(12)];
const projectors = [channelHealthProjector];
const at = '2026-11-01T09:00:00.000Z';

const opened = (accountId: string): ConversationEvent => ({
  type: 'ConversationOpened',
  data: { threadKey: 'thread', accountId, channel: 'line', number: 1, customerKey: 'U1', contactId: uuid(50) },
});
const received = (id: string): ConversationEvent => ({
  type: 'CustomerMessageReceived',
  data: { providerMessageId: id, content: { type: 'text', text: 'hello' }, sentAt: at, orderKey: id } as never,
});
const failed = (replyId: string, code = 'credentials-refused'): ConversationEvent => ({
  type: 'ReplyFailed',
  data: { replyId, code, reason: 'no', remedy: 'Enter a new token.' },
});
const accepted = (replyId: string): ConversationEvent => ({ type: 'ReplyAccepted', data: { replyId, providerMessageIds: ['1'] } });

/** An account that is linked and works, loses its token, and gets a new one. */
const aDay = (): RecordedLog => {
  const log = new RecordedLog();
  for (const id of [account, quietAccount]) {
    log.record('integration_account', id, { type: 'IntegrationAccountAdded', data: { accountType: 'line', name: id, webhookKey: id } });
    log.record('integration_account', id, { type: 'IntegrationAccountLinked', data: { how: 'by hand' } });
  }
  log.record('conversation', conversation, opened(account));
  log.record('conversation', conversation, received('m1'));
  log.record('conversation', conversation, accepted(uuid(101)));
  log.record('conversation', other, opened(account));
  log.record('conversation', conversation, failed(uuid(102)));
  log.record('conversation', other, failed(uuid(103)));
  log.record('conversation', other, failed(uuid(104), 'window-closed'));
  return log;
};

describe('how channels are', () => {
  let models: ReadModelDatabase;
  beforeAll(async () => (models = await startReadModelDatabase()));
  afterAll(() => models.stop());
  beforeEach(() => models.empty());

  const now = new Date('2026-11-01T10:00:00.000Z');
  const healthOf = async (log: RecordedLog, id = account) => {
    await projectAll(models.database, log, { projectors });
    return (await channelHealthOf(models.database, TENANT)).get(id)!;
  };

  it('tells since when nothing goes out, and how many messages that has cost, beside one that fails for its own sake', async () => {
    const log = aDay();
    const health = await healthOf(log);
    const first = log.events.find(({ type }) => type === 'ReplyFailed')!.metadata.occurredAt;
    expect(healthReport(health, now)).toEqual({
      light: 'red',
      reasons: [{ what: 'nothing goes out', since: first, affected: 2, code: 'credentials-refused', remedy: 'Enter a new token.' }],
    });
    expect(health.lastMessageAt).toBe(log.events.find(({ type }) => type === 'CustomerMessageReceived')!.metadata.occurredAt);
    expect(health.lastError?.code).toBe('window-closed');
    expect((await channelHealthOf(models.database, TENANT)).get(quietAccount)?.linked).toBe(true);
    expect((await channelHealthOf(models.database, uuid(99))).size).toBe(0);
  });

  it('names exactly the messages that have to go again, until they have gone', async () => {
    const log = aDay();
    log.record('conversation', conversation, accepted(uuid(105)));
    expect(messagesToSendAgain(await healthOf(log))).toEqual([
      { conversationId: conversation, replyId: uuid(102) },
      { conversationId: other, replyId: uuid(103) },
    ]);
    log.record('conversation', other, accepted(uuid(103)));
    expect(messagesToSendAgain(await healthOf(log))).toEqual([{ conversationId: conversation, replyId: uuid(102) }]);
  });

  it('is the same whatever the borders of the batches', async () => {
    const log = aDay();
    await projectAll(models.database, log, { projectors });
    const whole = await fingerprint(models.database, projectors);
    await models.empty();
    await projectAll(models.database, log, { projectors, batchSize: 1 });
    expect(await fingerprint(models.database, projectors)).toBe(whole);
  });
});
