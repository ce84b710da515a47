import { emailCustomer, signer } from './testing/email-account.js';
import { headersWith, mailOf, ourMessageId, replyAddress, rootMessageId, thread } from './testing/mails.js';
import { type Delivery, messageOf } from './testing/reading.js';
import { conversationKeyOf, threadIdOf } from './token.js';

describe('the thread of a mail', () => {
  const keyOf = async (lines: readonly string[], more: Delivery = {}) =>
    (await messageOf(mailOf(headersWith(...lines), 'x'), more)).conversationKey;
  const known = conversationKeyOf(thread);

  it('M-67: is that of the mail of ours that is answered, by reply address, In-Reply-To or References', async () => {
    const id = 'Message-ID: <r1@customer.example>';
    expect(await keyOf([id], { to: replyAddress })).toBe(known);
    expect(await keyOf([id], { to: replyAddress.toUpperCase() })).toBe(known);
    expect(await keyOf([id, `In-Reply-To: ${ourMessageId}`])).toBe(known);
    expect(await keyOf([id, `References: <unknown@x> ${ourMessageId} <later@x>`])).toBe(known);
    expect(await keyOf([id, `In-Reply-To: Your message of Friday ${ourMessageId.replace('.', '.\r\n ')}`])).toBe(known);
    expect(await messageOf(mailOf(headersWith(id, `In-Reply-To: ${ourMessageId}`), 'x'))).toMatchObject({
      replyTo: { providerMessageId: ourMessageId },
    });
  });

  it('goes on when it is not our mail that is answered', async () => {
    expect(await keyOf([])).toBe(known);
    expect(await keyOf(['Message-ID: <r2@customer.example>', `In-Reply-To: ${rootMessageId}`])).toBe(known);
    expect(
      await keyOf([
        'Message-ID: <r3@customer.example>',
        'In-Reply-To: <r2@customer.example>',
        `References: ${rootMessageId} <r2@customer.example>`,
      ]),
    ).toBe(known);
  });

  it('is that of the reply address before everything else', async () => {
    const lines = ['Message-ID: <r4@customer.example>', 'In-Reply-To: <elsewhere@x.example>', 'References: <elsewhere@x.example>'];
    expect(await keyOf(lines, { to: replyAddress })).toBe(known);
  });

  it('stays with its customer when somebody else answers in it, and tells who', async () => {
    const item = await messageOf(
      mailOf(headersWith('From: Ken <Ken@other.example>', 'Message-ID: <k1@other.example>', `In-Reply-To: ${ourMessageId}`), 'x'),
    );
    expect(item).toMatchObject({
      conversationKey: known,
      customer: { key: emailCustomer },
      sender: { id: 'ken@other.example', name: 'Ken' },
    });
    expect(item.customer).not.toHaveProperty('displayName');
    const copied = await messageOf(
      mailOf(headersWith('From: ken@other.example', `Cc: ${emailCustomer}`, 'Message-ID: <k2@other.example>'), 'x'),
      { to: replyAddress },
    );
    expect(copied.conversationKey).toBe(known);
  });

  it('is never told by the subject', async () => {
    const first = await keyOf(['Subject: Re: =?UTF-8?B?44GK5ZWP44GE5ZCI44KP44Gb?=', 'Message-ID: <n1@customer.example>']);
    const second = await keyOf(['Subject: Re: =?UTF-8?B?44GK5ZWP44GE5ZCI44KP44Gb?=', 'Message-ID: <n2@customer.example>']);
    expect(new Set([known, first, second]).size).toBe(3);
  });

  it('is not opened by a token that somebody made up, or took from another account', async () => {
    const id = 'Message-ID: <f1@customer.example>';
    const own = `${emailCustomer}#${threadIdOf(signer.baseAddress, '<f1@customer.example>')}`;
    expect(await keyOf([id], { to: replyAddress.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@')) })).toBe(own);
    const forged = ourMessageId.replace(/\.([a-z2-7])([a-z2-7]{15})\./, (_, first, rest) => `.${first === 'a' ? 'b' : 'a'}${rest}.`);
    expect(await keyOf([id, `In-Reply-To: ${forged}`])).toBe(`${emailCustomer}#${threadIdOf(signer.baseAddress, forged)}`);
  });

  it('keeps mails apart that a broken program gave the same Message-ID', async () => {
    const [one, two] = [await messageOf(mailOf(headersWith(), 'one')), await messageOf(mailOf(headersWith(), 'two'))];
    expect(one.dedupKey).not.toBe(two.dedupKey);
    expect(one.providerMessageId).not.toBe(two.providerMessageId);
  });
});
