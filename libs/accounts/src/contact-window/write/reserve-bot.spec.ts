import { handleCommand, type Refusal } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { contactWindowStream } from '../../identity.js';
import { contactWindowDecider } from '../decider.js';
import type { ContactWindowEvent } from '../events.js';

const { given } = specificationOf(contactWindowDecider);
const at = '2026-11-23T10:00:00.000Z';
const opened: ContactWindowEvent = { type: 'ContactWindowOpened', data: { name: 'HR', openedAt: at } };
const [first, second] = [exampleId('first bot'), exampleId('second bot')];
const reserve = (accountId: string, way: 'simple' | 'console' = 'simple') => ({ type: 'ReserveBot', accountId, way, at }) as const;
const reserved = (accountId: string, way: 'simple' | 'console' = 'simple'): ContactWindowEvent => ({
  type: 'BotReserved',
  data: { accountId, way, reservedAt: at },
});
const released = (accountId: string): ContactWindowEvent => ({ type: 'BotReleased', data: { accountId, reason: 'deleted' } });

describe('the bot of a contact window', () => {
  it('M-79: is one; the second attempt is refused and explained', () => {
    given(opened).when(reserve(first)).then(reserved(first));
    given(opened, reserved(first)).when(reserve(first)).thenNothing();
    const refusal = given(opened, reserved(first)).when(reserve(second)).thenRefused('bot-exists');
    expect(refusal).toMatchObject({
      message: expect.stringContaining('Only one is possible'),
      details: { accountId: first, way: 'simple' },
    });
    given().when(reserve(first)).thenRefused('no-such-contact-window');
  });

  it('M-76: only one way at a time', () => {
    given(opened, reserved(first, 'simple')).when(reserve(second, 'console')).thenRefused('bot-exists');
    given(opened, reserved(first, 'console')).when(reserve(first, 'simple')).thenRefused('bot-exists');
    given(opened)
      .when(reserve(first, 'other' as 'simple'))
      .thenRefused('bad-bot-way');
  });

  it('makes room for another one when it is gone', () => {
    given(opened, reserved(first)).when({ type: 'ReleaseBot', accountId: first, reason: 'deleted' }).then(released(first));
    given(opened, reserved(first)).when({ type: 'ReleaseBot', accountId: second, reason: 'deleted' }).thenNothing();
    given(opened, reserved(first), released(first)).when(reserve(second, 'console')).then(reserved(second, 'console'));
  });

  it('M-79: is one under fifty parallel attempts', async () => {
    const log = createInMemoryLog();
    const stream = contactWindowStream(exampleId('window'));
    const options = { now: () => new Date(at), pause: async () => undefined };
    await handleCommand(
      log.open(),
      contactWindowDecider,
      stream,
      { type: 'OpenContactWindow', name: 'HR', at },
      exampleCause('open'),
      options,
    );
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        handleCommand(
          log.open(),
          contactWindowDecider,
          stream,
          reserve(exampleId(`bot ${n}`), n % 2 ? 'simple' : 'console'),
          exampleCause(`reserve ${n}`),
          options,
        ).then(
          () => 'made',
          (error: Refusal) => error.code,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['made', 'bot-exists']));
    expect((await log.open().readStream(stream)).map((event) => event.type)).toEqual(['ContactWindowOpened', 'BotReserved']);
  });
});

describe('a contact window', () => {
  it('M-52: is opened, named, given hours, and archived', () => {
    const hours = exampleId('hours');
    given().when({ type: 'OpenContactWindow', name: ' HR ', at }).then(opened);
    given(opened).when({ type: 'OpenContactWindow', name: 'HR', at }).thenRefused('contact-window-exists');
    given(opened)
      .when({ type: 'ChangeContactWindow', name: 'HR desk', businessHoursId: hours })
      .then({ type: 'ContactWindowRenamed', data: { name: 'HR desk' } }, { type: 'WindowHoursChosen', data: { businessHoursId: hours } });
    given(opened).when({ type: 'ChangeContactWindow', name: 'HR', businessHoursId: null }).thenNothing();
    given(opened)
      .when({ type: 'ArchiveContactWindow', at })
      .then({ type: 'ContactWindowArchived', data: { archivedAt: at } });
  });

  it('is archived without a bot only, and then nothing is done in it', () => {
    const archived: ContactWindowEvent = { type: 'ContactWindowArchived', data: { archivedAt: at } };
    given(opened, reserved(first)).when({ type: 'ArchiveContactWindow', at }).thenRefused('bot-exists');
    given(opened, archived).when({ type: 'ArchiveContactWindow', at }).thenNothing();
    given(opened, archived).when(reserve(first)).thenRefused('contact-window-archived');
    given(opened, archived).when({ type: 'ChangeBaseAddress', baseAddress: null }).thenRefused('contact-window-archived');
  });
});
