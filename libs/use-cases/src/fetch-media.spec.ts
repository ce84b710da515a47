import { createHash } from 'node:crypto';
import { derivedId, ERASED } from '@madoguchi/event-sourcing';
import type { FetchedMedia } from './channel.js';
import type { MessageWithContent } from './fetch-media.js';
import { chooseProfile } from './testing/choose-profile.js';
import { busy, file, fileScene, gone, image, mail, slowDown, type Step } from './testing/file-scene.js';

const minute = 60_000;

describe('a file that a customer sent', () => {
  it('is brought into our own store, and what it really is is recorded', async () => {
    const { given, receives, fetch, facts } = fileScene();
    given('cat', 'a cat');
    expect(await fetch(await receives(image('cat')))).toBe('done');
    const sha256 = createHash('sha256').update('a cat').digest('hex');
    expect(await facts()).toEqual([{ mediaId: file('cat').mediaId, mimeType: 'image/jpeg', size: 5, sha256, fileName: 'cat.jpg' }]);
  });

  it('is fetched once, however often its message is delivered', async () => {
    const { given, receives, fetch, asked, story } = fileScene();
    given('cat', 'a cat');
    const event = await receives(image('cat'));
    await fetch(event);
    await fetch(event);
    expect(asked).toEqual(['ref-cat']);
    expect(await story()).toEqual(['MediaStored']);
  });

  it('is recorded from the store when a process died between the two, also when the platform has forgotten it', async () => {
    const { given, receives, fetch, ownerAway, asked, story } = fileScene();
    given('cat', 'a cat', gone);
    const event = await receives(image('cat'));
    ownerAway(true);
    await expect(fetch(event)).rejects.toThrow('no answer');
    ownerAway(false);
    expect(await fetch(event)).toBe('done');
    expect(asked).toHaveLength(1);
    expect(await story()).toEqual(['MediaStored']);
  });

  it('is done once when two processes fetch it in the same moment', async () => {
    const { given, receives, fetch, story } = fileScene();
    given('cat', 'a cat', 'a cat');
    const event = await receives(image('cat'));
    expect(await Promise.all([fetch(event), fetch(event)])).toEqual(['done', 'done']);
    expect(await story()).toEqual(['MediaStored']);
  });

  it('that the platform does not give any more is recorded with what to do, and left alone', async () => {
    const { given, receives, fetch, asked, story } = fileScene();
    given('cat', gone);
    const event = await receives(image('cat'));
    expect(await fetch(event)).toBe('done');
    expect(await fetch(event)).toBe('done');
    expect(asked).toHaveLength(1);
    expect(await story()).toEqual(['MediaFetchFailed not-found']);
  });

  it('that is too large is recorded so', async () => {
    const { given, receives, fetch, story, kept } = fileScene();
    given('cat', 'more than twenty bytes of a cat');
    expect(await fetch(await receives(image('cat')))).toBe('done');
    expect(await story()).toEqual(['MediaFetchFailed too-large']);
    expect(kept.size).toBe(0);
  });

  it('is tried again when the platform asks to wait, exactly as long as it says', async () => {
    const { given, receives, fetch, wait, story } = fileScene();
    given('cat', slowDown, 'a cat');
    const event = await receives(image('cat'));
    expect(await fetch(event)).toEqual({ later: new Date(Date.UTC(2026, 10, 23, 10, 0, 7)), reason: 'Too many requests.' });
    wait(7_000);
    expect(await fetch(event)).toBe('done');
    expect(await story()).toEqual(['MediaStored']);
  });

  it('is tried again when the download broke off, with growing pauses', async () => {
    const { given, receives, fetch, wait, kept } = fileScene();
    const broken = async (): Promise<FetchedMedia> => ({
      stream: (async function* () {
        yield Buffer.from('half');
        throw busy;
      })(),
    });
    given('cat', broken, busy, busy, 'a cat');
    const event = await receives(image('cat'));
    expect(await fetch(event)).toMatchObject({ later: new Date(Date.UTC(2026, 10, 23, 10, 0, 2)) });
    expect(kept.size).toBe(0);
    wait(minute);
    expect(await fetch(event)).toMatchObject({ later: new Date(Date.UTC(2026, 10, 23, 10, 1, 30)) });
    wait(29 * minute);
    expect(await fetch(event)).toMatchObject({ later: new Date(Date.UTC(2026, 10, 23, 10, 35)) });
    wait(5 * minute);
    expect(await fetch(event)).toBe('done');
  });

  it('is given up after an hour', async () => {
    const { given, receives, fetch, wait, story } = fileScene();
    given('cat', busy, busy, busy);
    const event = await receives(image('cat'));
    await fetch(event);
    wait(60 * minute);
    expect(await fetch(event)).toMatchObject({ reason: busy.reason });
    wait(1);
    expect(await fetch(event)).toBe('done');
    expect(await story()).toEqual(['MediaFetchFailed not-reached']);
  });

  it('is never given up because our own store is away', async () => {
    const { given, receives, fetch, wait, placeAway, story } = fileScene();
    given('cat', 'a cat', 'a cat', 'a cat');
    const event = await receives(image('cat'));
    placeAway(true);
    expect(await fetch(event)).toMatchObject({ reason: 'The bucket does not answer.' });
    wait(3 * 60 * minute);
    expect(await fetch(event)).toMatchObject({ later: new Date(Date.UTC(2026, 10, 23, 13, 5)) });
    placeAway(false);
    expect(await fetch(event)).toBe('done');
    expect(await story()).toEqual(['MediaStored']);
  });

  it('behind an address outside the platform is not opened', async () => {
    const { receives, fetch, asked, story } = fileScene();
    expect(await fetch(await receives(image('cat', { kind: 'url', url: 'https://127.0.0.1/' })))).toBe('done');
    expect(asked).toEqual([]);
    expect(await story()).toEqual(['MediaFetchFailed outside-the-platform']);
  });

  it('that is stored already needs nothing', async () => {
    const { receives, fetch, asked, story } = fileScene();
    expect(await fetch(await receives(image('cat', { kind: 'stored' })))).toBe('done');
    expect({ asked, story: await story() }).toEqual({ asked: [], story: [] });
  });
});

describe('several files of one message', () => {
  it('are each settled by themselves: one is stored, one fails, one waits', async () => {
    const { given, receives, fetch, asked, story, wait } = fileScene();
    given('a', gone);
    given('b', slowDown, 'b');
    given('c', 'c');
    const event = await receives(mail('a', 'b', 'c'));
    expect(await fetch(event)).toMatchObject({ reason: 'Too many requests.' });
    expect(await story()).toEqual(['MediaFetchFailed not-found', 'MediaStored']);
    wait(7_000);
    expect(await fetch(event)).toBe('done');
    expect(await story()).toEqual(['MediaFetchFailed not-found', 'MediaStored', 'MediaStored']);
    expect(asked).toEqual(['ref-a', 'ref-b', 'ref-c', 'ref-b']);
  });

  it('are left alone where they are stored already', async () => {
    const { given, receives, fetch, asked } = fileScene();
    given('b', 'b');
    await fetch(await receives({ type: 'email', text: 'hello', attachments: [file('a', { kind: 'stored' }), file('b')] }));
    expect(asked).toEqual(['ref-b']);
  });
});

describe('a file that somebody asked for again', () => {
  const failed = async (...steps: Step[]) => {
    const all = fileScene();
    all.given('cat', gone, ...steps);
    all.given('dog', 'a dog');
    const event = await all.receives(mail('cat', 'dog'));
    await all.fetch(event);
    return { ...all, event };
  };

  it('is fetched once more, and only that one', async () => {
    const { fetch, askedAgain, asked, story } = await failed('a cat');
    const again = await askedAgain('cat');
    expect(await fetch(again)).toBe('done');
    expect(await fetch(again)).toBe('done');
    expect(asked).toEqual(['ref-cat', 'ref-dog', 'ref-cat']);
    expect(await story()).toEqual(['MediaFetchFailed not-found', 'MediaStored', 'MediaRequestedAgain', 'MediaStored']);
  });

  it('may fail again, and be asked for again', async () => {
    const { fetch, askedAgain, asked, story } = await failed(gone, 'a cat');
    const first = await askedAgain('cat', 'first');
    await fetch(first);
    await fetch(first);
    expect(asked.filter((reference) => reference === 'ref-cat')).toHaveLength(2);
    await fetch(await askedAgain('cat', 'second'));
    expect((await story()).slice(2)).toEqual(['MediaRequestedAgain', 'MediaFetchFailed not-found', 'MediaRequestedAgain', 'MediaStored']);
  });

  it('has its own hour', async () => {
    const { fetch, askedAgain, wait, story } = await failed(busy, busy);
    wait(24 * 60 * minute);
    const again = await askedAgain('cat');
    expect(await fetch(again)).toMatchObject({ reason: busy.reason });
    wait(61 * minute);
    expect(await fetch(again)).toBe('done');
    expect((await story()).at(-1)).toBe('MediaFetchFailed not-reached');
  });

  it('is done once when its message is delivered again meanwhile', async () => {
    const { fetch, askedAgain, event, story } = await failed('a cat', 'a cat');
    const again = await askedAgain('cat');
    expect(await Promise.all([fetch(again), fetch(event)])).toEqual(['done', 'done']);
    expect((await story()).filter((type) => type === 'MediaStored')).toHaveLength(2);
  });

  it('is refused while it is being fetched, and when it is stored', async () => {
    const { fetch, askedAgain } = await failed('a cat');
    await expect(askedAgain('dog', 'stored')).rejects.toMatchObject({ code: 'media-not-failed' });
    const again = await askedAgain('cat');
    await expect(askedAgain('cat', 'twice')).rejects.toMatchObject({ code: 'media-not-failed' });
    await fetch(again);
    await expect(askedAgain('cat', 'after')).rejects.toMatchObject({ code: 'media-not-failed' });
  });

  it('leaves no file behind whose customer was erased while it was on its way', async () => {
    const { given, receives, fetch, eraseCustomer, kept, story } = fileScene();
    given('a', async () => {
      eraseCustomer();
      return {
        stream: (async function* () {
          yield Buffer.from('bytes');
        })(),
      };
    });
    expect(await fetch(await receives(image('a')))).toBe('done');
    expect([kept.size, await story()]).toEqual([0, []]);
  });

  it('asks for nothing in a message that was erased', async () => {
    const { receives, fetch, asked } = fileScene();
    const event = await receives(image('a'));
    expect(await fetch({ ...event, data: { ...event.data, content: ERASED } } as MessageWithContent)).toBe('done');
    expect(asked).toEqual([]);
  });
});

describe('a file that the account’s profile does not allow', () => {
  it('M-152: is not fetched, says why, and comes when it is asked for again under another profile', async () => {
    const { store, given, receives, fetch, asked, story, askedAgain } = fileScene();
    await chooseProfile(store, { tenantId: derivedId('spec', 'tenant') }, { inbound: ['sticker', 'video'], outbound: [] });
    given('cat', 'a cat');
    expect(await fetch(await receives(image('cat')))).toBe('done');
    expect(asked).toEqual([]);
    expect(await story()).toEqual(['MediaFetchFailed content-not-allowed']);

    await chooseProfile(store, { tenantId: derivedId('spec', 'tenant') }, { inbound: ['image'], outbound: [] });
    await fetch(await askedAgain('cat'));
    expect((await story()).at(-1)).toBe('MediaStored');
  });

  it('M-152: is not kept either when it turns out to be another one than was said', async () => {
    const { store, given, receives, fetch, kept, story } = fileScene();
    await chooseProfile(store, { tenantId: derivedId('spec', 'tenant') }, { inbound: ['image/png'], outbound: [] });
    given('cat', 'a cat');
    expect(await fetch(await receives(image('cat')))).toBe('done');
    expect(kept.size).toBe(0);
    expect(await story()).toEqual(['MediaFetchFailed content-not-allowed']);
  });
});
