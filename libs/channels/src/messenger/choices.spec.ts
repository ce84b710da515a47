import type { MessageContent } from '@madoguchi/conversation';
import { stopPlatforms } from '../testing/scripted.js';
import { metadata, refusedBy, sent } from './testing/messenger-sending.js';
import { messengerSetup } from './testing/messenger-setup.js';

const { accepted } = messengerSetup.sending;

const choices = (more: Partial<Extract<MessageContent, { type: 'choices' }>>): MessageContent => ({
  type: 'choices',
  style: 'quick replies',
  text: 'a',
  options: [{ id: 'a', label: 'A' }],
  ...more,
});

describe('things to choose from at Messenger', () => {
  afterEach(stopPlatforms);

  it('offers quick replies and buttons, and sends what is on them back', async () => {
    const options = [
      { id: 'RED', label: 'Red' },
      { id: 'SITE', label: 'Site', url: 'https://x.example/' },
    ];
    const quick = await sent({ content: { type: 'choices', style: 'quick replies', text: '色は？', options: options.slice(0, 1) } });
    expect(quick.bodies).toMatchObject([
      { message: { text: '色は？', quick_replies: [{ content_type: 'text', title: 'Red', payload: 'RED' }], metadata } },
    ]);
    const { bodies } = await sent({
      content: { type: 'choices', style: 'buttons', text: '色は？', options },
      replyTo: { providerMessageId: 'm_1' },
    });
    const buttons = [
      { type: 'postback', title: 'Red', payload: 'RED' },
      { type: 'web_url', title: 'Site', url: 'https://x.example/' },
    ];
    expect(bodies).toMatchObject([
      {
        message: { attachment: { type: 'template', payload: { template_type: 'button', text: '色は？', buttons } } },
        reply_to: { mid: 'm_1' },
      },
    ]);
  });

  const shops = {
    type: 'choices',
    style: 'list',
    text: 'どの店ですか',
    options: [
      { id: 'S1', label: '丸の内', description: '21時まで' },
      { id: 'S2', label: '銀座、有楽町駅の中央口を出てすぐ右側のビルの三階', url: 'https://x.example/' },
    ],
  } as const;

  it('sends a list as cards behind its text', async () => {
    const { bodies, outcome } = await sent({ content: shops }, [accepted, { status: 200, body: '{"message_id":"m_out79"}' }]);
    const elements = [
      { title: '丸の内', subtitle: '21時まで', buttons: [{ type: 'postback', title: '丸の内', payload: 'S1' }] },
      { title: shops.options[1].label, buttons: [{ type: 'web_url', title: 'OK', url: 'https://x.example/' }] },
    ];
    expect(bodies).toMatchObject([
      { message: { text: 'どの店ですか', metadata } },
      { message: { attachment: { type: 'template', payload: { template_type: 'generic', elements } }, metadata } },
    ]);
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['m_out78', 'm_out79'] });
    for (const refused of [refusedBy(100), refusedBy(613), 'reset'] as const)
      expect((await sent({ content: shops }, [refused, accepted])).bodies).toHaveLength(1);
    expect((await sent({ content: shops }, [accepted, refusedBy(100)])).outcome).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('The text was sent'),
    });
  });

  it.each<[string, MessageContent, string]>([
    ['buttons under a long text', choices({ style: 'buttons', text: 'x'.repeat(641) }), 'text-too-long'],
    ['a second line on a button', choices({ options: [{ id: 'a', label: 'A', description: 'b' }] }), 'choice-description'],
    [
      'a long second line',
      choices({ style: 'list', options: [{ id: 'a', label: 'A', description: 'x'.repeat(81) }] }),
      'choice-description-too-long',
    ],
    ['a long word on cards', choices({ style: 'list', buttonLabel: 'x'.repeat(21) }), 'choice-too-long'],
    ['a choice with a long id', choices({ options: [{ id: 'x'.repeat(1_001), label: 'A' }] }), 'choice-id-too-long'],
    ['a quick reply that opens a page', choices({ options: [{ id: 'a', label: 'A', url: 'https://x.example/' }] }), 'choice-link'],
    ['a fourth button', choices({ style: 'buttons', options: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id })) }), 'choices-count'],
  ])('are not tried when Messenger would refuse them: %s', async (_, content, code) => {
    const { outcome, requests } = await sent({ content });
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(requests).toEqual([]);
  });
});
