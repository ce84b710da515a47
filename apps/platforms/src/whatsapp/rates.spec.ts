import { Clock } from '../clock.js';
import { HANA, KEN, whatsappSeed } from '../testing/whatsapp-account.js';
import { createWorld } from '../world.js';
import { Refusal } from './answers.js';
import { Deliveries } from './delivery.js';
import { Sending } from './sending.js';
import { emptyState, newAccount, type WhatsAppUser } from './state.js';

const userOf = (id: string): WhatsAppUser => ({
  id,
  name: id,
  userId: `JP.${id}`,
  number: id,
  reachable: true,
  blocked: false,
  lastSecond: 0,
});

/** A number at which time stands still until it is told to go on. */
const numberInStillTime = () => {
  let now = Date.parse('2026-11-23T10:00:00Z');
  const world = { ...createWorld(new AbortController().signal), clock: new Clock(() => now) };
  const state = emptyState();
  const account = newAccount(state, whatsappSeed[0]!);
  for (const id of [HANA, KEN]) account.users[id] = { ...userOf(id), wroteAt: now };
  const sending = new Sending();
  const deliveries = new Deliveries(state, world);
  const token = Object.values(state.tokens)[0]!;
  const send = async (to: string) => {
    const args = { messaging_product: 'whatsapp', to: `+${to}`, type: 'text', text: { body: 'x' } };
    try {
      return (await sending.send({ world, state, deliveries, account, token, rest: '', args })).status;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return (error.answer.body as { readonly error: { readonly code: number } }).error.code;
    }
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { send, pass };
};

describe('WhatsApp, how fast it takes messages', () => {
  it('to one customer: 45 at once, then one in six seconds (131056); others are not held up', async () => {
    const { send, pass } = numberInStillTime();
    for (let count = 0; count < 45; count += 1) {
      expect(await send(HANA)).toBe(200);
      pass(20);
    }
    expect(await send(HANA)).toBe(131056);
    expect(await send(KEN)).toBe(200);
    pass(6_000);
    expect(await send(HANA)).toBe(200);
    expect(await send(HANA)).toBe(131056);
  });

  it('of one number: 80 in a second (130429)', async () => {
    const { send, pass } = numberInStillTime();
    const somebody = (count: number) => `8170${String(count).padStart(8, '0')}`;
    for (let count = 0; count < 80; count += 1) expect(await send(somebody(count))).toBe(200);
    expect(await send(somebody(80))).toBe(130429);
    pass(500);
    for (let count = 0; count < 40; count += 1) expect(await send(somebody(100 + count))).toBe(200);
    expect(await send(somebody(200))).toBe(130429);
  });
});
