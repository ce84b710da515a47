import fc from 'fast-check';
import { ownAddressOf } from './address.js';
import { emailCredentials, otherEmailCredentials, signer } from './testing/email-account.js';
import {
  bounceAddressOf,
  conversationKeyOf,
  mailOfBounceTag,
  messageIdOf,
  replyAddressOf,
  threadIdOf,
  threadIn,
  threadOfMessageId,
  threadOfReplyTag,
} from './token.js';

const other = { baseAddress: otherEmailCredentials.baseAddress, replyKey: otherEmailCredentials.replyKey };
const address = fc.emailAddress().map((text) => text.toLowerCase());
const threads = fc
  .record({ customer: address, root: fc.string({ minLength: 1 }) })
  .map(({ customer, root }) => ({ customer, thread: threadIdOf(signer.baseAddress, root) }));
const tagIn = (own: string) => ownAddressOf(own)?.tag ?? '';

/** One character exchanged for another one of the same alphabet. */
const changed = (text: string, place: number) => {
  const at = place % text.length;
  const instead = text[at] === 'a' ? 'b' : 'a';
  return /[a-z2-7]/.test(text[at] ?? '') ? text.slice(0, at) + instead + text.slice(at + 1) : text;
};

describe('the tokens of our mails', () => {
  it('lead back to thread and customer, in the case in which they come', () =>
    fc.assert(
      fc.property(threads, fc.uuid(), (thread, key) => {
        const id = messageIdOf(signer, thread, key);
        expect(threadOfMessageId(signer, id)).toEqual(thread);
        expect(threadOfMessageId(signer, id.toUpperCase())).toEqual(thread);
        expect(threadOfReplyTag(signer, tagIn(replyAddressOf(signer, thread)), ['x@y.example', thread.customer])).toEqual(thread);
        expect(mailOfBounceTag(signer, tagIn(bounceAddressOf(signer, thread, key)), ['x@y.example', thread.customer])).toEqual({
          ...thread,
          messageId: id,
        });
        expect(threadIn(conversationKeyOf(thread))).toEqual(thread);
      }),
    ));

  it('are worth nothing once a character of them has changed, or at another account', () =>
    fc.assert(
      fc.property(threads, fc.uuid(), fc.nat(), (thread, key, place) => {
        const id = messageIdOf(signer, thread, key);
        const [reply, bounce] = [tagIn(replyAddressOf(signer, thread)), tagIn(bounceAddressOf(signer, thread, key))];
        for (const forged of [changed(id, place)]) if (forged !== id) expect(threadOfMessageId(signer, forged)).toBeUndefined();
        for (const forged of [changed(reply, place)])
          if (forged !== reply) expect(threadOfReplyTag(signer, forged, [thread.customer])).toBeUndefined();
        for (const forged of [changed(bounce, place)])
          if (forged !== bounce) expect(mailOfBounceTag(signer, forged, [thread.customer])).toBeUndefined();
        expect(threadOfMessageId(other, id)).toBeUndefined();
        expect(threadOfReplyTag(other, reply, [thread.customer])).toBeUndefined();
        expect(mailOfBounceTag(other, bounce, [thread.customer])).toBeUndefined();
      }),
    ));

  it('are worth nothing without a key', () => {
    const keyless = { ...signer, replyKey: '' };
    const thread = { customer: 'a@b.example', thread: threadIdOf(signer.baseAddress, '<x@y>') };
    expect(threadOfMessageId(keyless, messageIdOf(keyless, thread, 'k'))).toBeUndefined();
  });

  it('fit into the 64 characters of a local part', () => {
    const thread = { customer: `${'x'.repeat(64)}@${'y'.repeat(180)}.example`, thread: threadIdOf(signer.baseAddress, '<x@y>') };
    for (const own of [replyAddressOf(signer, thread), bounceAddressOf(signer, thread, 'k')]) {
      expect(own.split('@')[0]?.length).toBeLessThanOrEqual(64);
      expect(own).toMatch(/^[a-z0-9+-]+@in\.desk\.example$/);
      expect(ownAddressOf(own)?.base).toBe(emailCredentials.baseAddress);
    }
    expect(messageIdOf(signer, thread, 'k').length).toBeLessThan(900);
  });

  it('are the same on every attempt, and others for another mail or customer', () => {
    const thread = { customer: 'a@b.example', thread: threadIdOf(signer.baseAddress, '<x@y>') };
    expect(messageIdOf(signer, thread, 'one')).toBe(messageIdOf(signer, thread, 'one'));
    expect(messageIdOf(signer, thread, 'two')).not.toBe(messageIdOf(signer, thread, 'one'));
    expect(messageIdOf(signer, { ...thread, customer: 'c@b.example' }, 'one')).not.toBe(messageIdOf(signer, thread, 'one'));
    expect(threadIdOf(other.baseAddress, '<x@y>')).not.toBe(thread.thread);
  });

  it('name no customer whom the mail does not name when only the reply address is there', () => {
    const thread = { customer: 'a@b.example', thread: threadIdOf(signer.baseAddress, '<x@y>') };
    expect(threadOfReplyTag(signer, tagIn(replyAddressOf(signer, thread)), ['c@d.example'])).toEqual({
      thread: thread.thread,
      customer: undefined,
    });
  });

  it.each(['', '#abcdefghi', 'a@b.example', 'a@b.example#', 'a@b.example#ABCDEFGHI', 'a@b.example#abcdefgh', 'line#U1'])(
    'takes no key that is not one: %s',
    (key) => expect(threadIn(key)).toBeUndefined(),
  );
});
