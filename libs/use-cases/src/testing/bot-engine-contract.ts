import { derivedId } from '@madoguchi/event-sourcing';
import type { BotAtWork, BotEngine, BotRequest } from '../bot-engine.js';

export interface BotEngineSetup {
  readonly name: string;
  readonly engine: BotEngine;
  /** Greets, and hands over when it reads `person`. */
  readonly bot: () => BotAtWork;
  /** One that cannot answer: without a script, behind a dead address. */
  readonly broken: () => BotAtWork;
  /** The customer hears it elsewhere than from us: then what it says is none of this suite's. */
  readonly answersElsewhere?: true;
}

const text = (words: string) => ({ type: 'text', text: words }) as const;

/** A turn after these words of the customer. */
export const botRequest = (words: readonly string[], change: Partial<BotRequest> = {}): BotRequest => ({
  turnId: derivedId('turn', ...words),
  conversationId: derivedId('conversation', 'of the contract'),
  epoch: 1,
  accountId: derivedId('account', 'of the contract'),
  channel: 'line',
  lines: words.map((line) => ({ from: 'customer', content: text(line) })),
  customer: { language: 'en' },
  capabilities: {
    textLimit: 5_000,
    outbound: ['text', 'choices'],
    choices: { 'quick replies': { most: 13, labelLimit: 20, links: false } },
  },
  ...change,
});

/** The one suite that every engine passes. */
export const botEngineContract = ({ name, engine, bot, broken, answersElsewhere }: BotEngineSetup): void => {
  const soon = () => AbortSignal.timeout(60_000);

  describe(`${name} keeps the contract of a bot engine`, () => {
    if (answersElsewhere)
      it('leaves the answer to where the customer hears it', async () => {
        expect(await engine.answer(botRequest(['hello', 'person']), bot(), soon())).toEqual({ outcome: 'later' });
      });
    else itAnswers(engine, bot, soon);

    it('answers the same turn the same way again', async () => {
      const request = botRequest(['hello']);
      expect(await engine.answer(request, bot(), soon())).toEqual(await engine.answer(request, bot(), soon()));
    });

    it('says what is wrong instead of throwing', async () => {
      expect(await engine.answer(botRequest(['hello']), broken(), soon())).toMatchObject({
        outcome: 'failed',
        reason: expect.stringMatching(/./),
        remedy: expect.stringMatching(/./),
      });
    });

    it('ends with its deadline', async () => {
      const answer = await engine.answer(botRequest(['hello']), broken(), AbortSignal.abort());
      expect(answer.outcome).toBe('failed');
    });

    it('can be tested without a customer', async () => {
      const good = await engine.test(bot(), soon());
      expect([good.length > 0, good.every(({ ok }) => ok)]).toEqual([true, true]);
      const bad = await engine.test(broken(), soon());
      expect(bad.filter(({ ok }) => !ok)).toMatchObject([{ reason: expect.stringMatching(/./), remedy: expect.stringMatching(/./) }]);
    });
  });
};

const itAnswers = (engine: BotEngine, bot: () => BotAtWork, soon: () => AbortSignal): void => {
  it('answers what the customer wrote', async () => {
    const answer = await engine.answer(botRequest(['hello']), bot(), soon());
    expect(answer).toMatchObject({ outcome: 'answered', next: { do: 'stay' } });
    expect(answer.outcome === 'answered' && answer.replies.length).toBeGreaterThan(0);
  });

  it('hands over with what it knows', async () => {
    const answer = await engine.answer(botRequest(['hello', 'person']), bot(), soon());
    expect(answer).toMatchObject({ outcome: 'answered', next: { do: 'hand over', summary: expect.stringMatching(/./) } });
  });
};
