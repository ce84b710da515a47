import { contactDecider, contactStream, type ContactCommand, type ContactEvent, type LearnLanguage } from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, ERASED, type EventStore, fold, handleCommand, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { type Channel, MediaUnavailableError } from './channel.js';
import { type ConversationOpened, learnProfile } from './learn-profile.js';
import { MediaStoreError } from './media-store.js';

const tenantId = derivedId('spec', 'tenant');
const accountId = derivedId('spec', 'account');
const contactId = derivedId('spec', 'contact');
const stream = contactStream(contactId);
const hour = 60 * 60_000;
const address = 'https://profile.example/1.jpg';

type Profile = Awaited<ReturnType<Channel['fetchProfile']>>;
type Step<T> = T | Error;

async function* pieces(text: string) {
  yield Buffer.from(text);
}

/** A contact's stream, a platform that answers in order, and a store of files. */
const scene = () => {
  let clock = Date.UTC(2026, 10, 23, 10, 0);
  const now = () => new Date(clock);
  const store: EventStore = inMemoryEventStore({ now });
  const profiles: Step<Profile>[] = [];
  const pictures: Step<string>[] = [];
  const asked: string[] = [];
  const told: LearnLanguage[] = [];
  const kept = new Map<string, string>();
  let opened = 0;
  let ownerIsAway = false;
  let meanwhile: () => Promise<unknown> = async () => undefined;

  const next = <T>(steps: Step<T>[], what: string): T => {
    asked.push(what);
    if (steps.length === 0) throw new Error(`the script has no ${what} left`);
    const step = steps.shift() as Step<T>;
    if (step instanceof Error) throw step;
    return step;
  };
  const channel = { type: 'line', fetchProfile: async (key: string) => next(profiles, `profile of ${key}`) } as Partial<Channel> as Channel;
  const command = async (id: string, order: ContactCommand, cause: Cause): Promise<CommandReply> => {
    const recorded = await handleCommand(store, contactDecider, contactStream(id), order, cause, { now });
    if (ownerIsAway) throw new Error('no answer');
    return { ok: true, version: null, events: recorded.map(({ id: eventId, type, position }) => ({ id: eventId, type, position })) };
  };

  return {
    platformTells: (...steps: Step<Profile>[]) => void profiles.push(...steps),
    pictureIs: (...steps: Step<string>[]) => void pictures.push(...steps),
    asked,
    told,
    kept,
    wait: (milliseconds: number) => void (clock += milliseconds),
    whileThePictureComes: (happens: () => Promise<unknown>) => void (meanwhile = happens),
    ownerAway: (away: boolean) => void (ownerIsAway = away),
    /** Each use is a process of its own. */
    learn: (event: ConversationOpened, mimeType = 'image/jpeg') =>
      learnProfile({
        store,
        channels: new Map([['line', channel]] as const),
        credentials: async () => ({}),
        command,
        tellConversation: async (_, order) => {
          told.push(order);
          return { ok: true, version: null, events: [] };
        },
        fetchPicture: async (from) => {
          await meanwhile();
          return { stream: pieces(next(pictures, from)) };
        },
        save: async (_, mediaId, bytes) => {
          if (String(bytes) === 'unkept') throw new MediaStoreError('not-reached', 'The bucket does not answer.', 'Look at it.');
          kept.set(mediaId, String(bytes));
          return { mimeType, size: bytes.length, sha256: '' };
        },
        remove: async (_, mediaId) => void kept.delete(mediaId),
        now,
      })(event),
    opens: (change: Partial<ConversationOpened['data']> = {}): ConversationOpened => {
      const number = ++opened;
      const data = {
        threadKey: 'account/U1',
        accountId,
        channel: 'line',
        number,
        customerKey: 'U1',
        contactId,
        customerName: '田中',
        ...change,
      } as const;
      const metadata = {
        tenantId,
        correlationId: '',
        causationId: '',
        commandId: '',
        actor: { kind: 'customer', id: 'U1' },
        occurredAt: '',
      };
      return {
        id: derivedId('spec', 'opened', number),
        type: 'ConversationOpened',
        stream: `conversation-${derivedId('spec', 'conversation')}`,
        data,
        metadata,
      } as Partial<ConversationOpened> as ConversationOpened;
    },
    named: (displayName: string) =>
      handleCommand(
        store,
        contactDecider,
        stream,
        { type: 'LearnName', displayName, at: now().toISOString() },
        startOf(tenantId, { kind: 'customer', id: 'U1' }, derivedId('spec', displayName)),
        { now },
      ),
    erase: () =>
      handleCommand(
        store,
        contactDecider,
        stream,
        { type: 'EraseContact', erasureId: 'e', reason: 'customer request' },
        startOf(tenantId, { kind: 'admin', id: 'a' }, derivedId('spec', 'erase')),
        { now },
      ),
    contact: async () => fold(contactDecider, (await store.readStream(stream)) as unknown as readonly ContactEvent[]),
    events: async () => (await store.readStream(stream)).map(({ type }) => type),
  };
};

describe('the profile of a customer', () => {
  it('is asked for when a conversation opens, also when a name came along, and the picture is brought home', async () => {
    const { platformTells, pictureIs, learn, opens, named, contact, kept, asked } = scene();
    await named('田中');
    platformTells({ displayName: '田中 花', pictureUrl: address, language: 'ja' });
    pictureIs('a face');
    await learn(opens());
    const { profile, picture } = await contact();
    expect(profile).toMatchObject({ displayName: '田中 花', pictureUrl: address, language: 'ja', learnedAt: '2026-11-23T10:00:00.000Z' });
    expect(kept).toEqual(new Map([[picture?.mediaId, 'a face']]));
    expect(asked).toEqual(['profile of U1', address]);
  });

  it('has a language, which the conversation is told that was opened without it', async () => {
    const { platformTells, learn, opens, told } = scene();
    platformTells({ language: 'ru' });
    await learn(opens({ language: 'en', languageFrom: 'detection' }));
    await learn(opens({ language: 'ru', languageFrom: 'profile' }));
    expect(told).toEqual([{ type: 'LearnLanguage', language: 'ru', from: 'profile' }]);
  });

  it('is asked for again by the first conversation after 24 hours, not before', async () => {
    const { platformTells, learn, opens, contact, wait, asked } = scene();
    platformTells({ displayName: '田中' }, { displayName: '佐藤' });
    await learn(opens());
    wait(24 * hour - 1);
    await learn(opens());
    expect(asked).toHaveLength(1);
    wait(1);
    await learn(opens());
    expect(asked).toHaveLength(2);
    expect((await contact()).profile).toMatchObject({ displayName: '佐藤', learnedAt: '2026-11-24T10:00:00.000Z' });
  });

  it('that stayed the same is as young as its last answer', async () => {
    const { platformTells, learn, opens, wait, asked } = scene();
    platformTells({ displayName: '田中' }, { displayName: '田中' });
    await learn(opens());
    wait(25 * hour);
    await learn(opens());
    wait(hour);
    await learn(opens());
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Step<Profile>]>([
    ['the platform tells nothing', undefined],
    ['the answer is empty', {}],
    ['the platform fails', new Error('no answer')],
  ])('stays as it is when %s, and is asked for by the next conversation', async (_, step) => {
    const { platformTells, learn, opens, contact, wait, events } = scene();
    platformTells({ displayName: '田中', language: 'ja' }, step, { displayName: '佐藤' });
    await learn(opens());
    const before = await contact();
    wait(25 * hour);
    await learn(opens());
    expect(await contact()).toEqual(before);
    expect(await events()).toHaveLength(1);
    await learn(opens());
    expect((await contact()).profile.displayName).toBe('佐藤');
  });

  it('is asked for once when its event is delivered again', async () => {
    const { platformTells, pictureIs, learn, opens, asked, ownerAway, events } = scene();
    platformTells({ displayName: '田中', pictureUrl: address });
    pictureIs('a face');
    const event = opens();
    ownerAway(true);
    await expect(learn(event)).rejects.toThrow('no answer');
    ownerAway(false);
    await learn(event);
    await learn(event);
    expect(asked).toEqual(['profile of U1', address]);
    expect(await events()).toEqual(['ContactProfileLearned', 'ContactPictureStored']);
  });
});

describe('the picture of a customer', () => {
  const gone = new MediaUnavailableError('refused', 'It is gone.', 'Wait.', false);

  it.each<[string, Step<string>, string]>([
    ['cannot be had', gone, 'image/jpeg'],
    ['is larger than 5 MB', 'x'.repeat(5 * 1024 * 1024 + 1), 'image/jpeg'],
    ['is no picture', '<svg onload="alert(1)"/>', 'application/octet-stream'],
  ])('that %s is left out, and tried again by the next conversation', async (_, step, mimeType) => {
    const { platformTells, pictureIs, learn, opens, contact } = scene();
    platformTells({ displayName: '田中', pictureUrl: address });
    pictureIs(step, 'a face');
    await learn(opens(), mimeType);
    expect(await contact()).toMatchObject({ profile: { displayName: '田中' }, picture: undefined });
    await learn(opens());
    expect((await contact()).picture).toMatchObject({ pictureUrl: address });
  });

  it('that cannot be kept now is tried again with its event', async () => {
    const { platformTells, pictureIs, learn, opens, contact } = scene();
    platformTells({ pictureUrl: address });
    pictureIs('unkept', 'a face');
    const event = opens();
    await expect(learn(event)).rejects.toThrow(MediaStoreError);
    await learn(event);
    expect((await contact()).picture).toMatchObject({ pictureUrl: address });
  });

  it('at a new address is fetched; the same picture keeps its name in our store', async () => {
    const { platformTells, pictureIs, learn, opens, contact, wait, kept } = scene();
    platformTells({ pictureUrl: address }, { pictureUrl: `${address}?2` }, { pictureUrl: `${address}?3` });
    pictureIs('a face', 'a face', 'another face');
    await learn(opens());
    const first = (await contact()).picture;
    wait(24 * hour);
    await learn(opens());
    expect((await contact()).picture).toEqual({ pictureUrl: `${address}?2`, mediaId: first?.mediaId });
    wait(24 * hour);
    await learn(opens());
    expect(kept.size).toBe(2);
    expect(kept.get((await contact()).picture?.mediaId ?? '')).toBe('another face');
  });

  it('stays while a new one cannot be had, and goes when the person has none any more', async () => {
    const { platformTells, pictureIs, learn, opens, contact, wait } = scene();
    platformTells(
      { displayName: '田中', pictureUrl: address },
      { displayName: '田中', pictureUrl: `${address}?2` },
      { displayName: '田中' },
    );
    pictureIs('a face', gone);
    await learn(opens());
    wait(24 * hour);
    await learn(opens());
    expect((await contact()).picture).toMatchObject({ pictureUrl: address });
    wait(24 * hour);
    await learn(opens());
    expect((await contact()).picture).toBeUndefined();
  });

  it('is not asked for once its owner was erased', async () => {
    const { learn, opens, asked } = scene();
    const event = opens();
    await learn({ ...event, data: { ...event.data, customerKey: ERASED } });
    expect(asked).toEqual([]);
  });

  it('leaves no picture behind when its owner was erased while it was on its way', async () => {
    const { platformTells, pictureIs, learn, opens, erase, whileThePictureComes, contact, kept } = scene();
    platformTells({ displayName: '田中', pictureUrl: address });
    pictureIs('a face');
    whileThePictureComes(erase);
    await learn(opens());
    expect(kept.size).toBe(0);
    expect(await contact()).toEqual({ profile: {}, erased: true });
  });
});
