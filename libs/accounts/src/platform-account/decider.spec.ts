import { fold, handleCommand, Refusal } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { claimCause, platformAccountStream, REGISTRY_TENANT } from '../identity.js';
import { type PlatformAccountCommand, platformAccountDecider } from './decider.js';
import type { Holder, PlatformAccountEvent } from './events.js';

const { given } = specificationOf(platformAccountDecider);
const at = '2026-11-23T10:00:00.000Z';
const later = '2026-11-23T11:00:00.000Z';
const ours: Holder = { tenantId: exampleId('our tenant'), accountId: exampleId('our account') };
const ourSecond: Holder = { ...ours, accountId: exampleId('our second account') };
const theirs: Holder = { tenantId: exampleId('their tenant'), accountId: exampleId('their account') };
const page = { channel: 'messenger', platformAccountId: '104857612345678' } as const;

const claim = (holder: Holder, maySeeAccounts = true) => ({ type: 'ClaimPlatformAccount', ...page, holder, maySeeAccounts, at }) as const;
const claimed = (holder: Holder): PlatformAccountEvent => ({ type: 'PlatformAccountClaimed', data: { ...page, holder, claimedAt: at } });
const move = (to: Holder, provedAt?: string, maySeeAccounts = true) =>
  ({ type: 'MovePlatformAccount', to, maySeeAccounts, provedAt, at: later }) as const;
const moved = (from: Holder, to: Holder, why: 'same tenant' | 'proved at the platform'): PlatformAccountEvent => ({
  type: 'PlatformAccountMoved',
  data: { from, to, why, movedAt: later },
});
const released = (holder: Holder): PlatformAccountEvent => ({
  type: 'PlatformAccountReleased',
  data: { holder, reason: 'deleted', releasedAt: later },
});

describe('a page', () => {
  it('M-04, M-24: belongs to one account at a time', () => {
    given().when(claim(ours)).then(claimed(ours));
    given(claimed(ours)).when(claim(ours)).thenNothing();
    given(claimed(ours)).when(claim(theirs)).thenRefused('platform-account-held');
    given(claimed(ours)).when(claim(ourSecond)).thenRefused('platform-account-held');
  });

  it('M-04: says who has it within rights only', () => {
    expect(given(claimed(ours)).when(claim(ourSecond)).thenRefused('platform-account-held').details).toEqual({
      heldBy: 'this tenant',
      accountId: ours.accountId,
      since: at,
    });
    expect(given(claimed(ours)).when(claim(ourSecond, false)).thenRefused('platform-account-held').details).toEqual({
      heldBy: 'this tenant',
    });
    for (const asked of [claim(theirs), claim(theirs, false), move(theirs)]) {
      const refusal = given(claimed(ours)).when(asked).thenRefused('platform-account-held');
      expect(JSON.stringify([refusal.message, refusal.details])).not.toMatch(new RegExp(`${ours.tenantId}|${ours.accountId}|2026`));
    }
  });

  it('is let go by who has it, and by nobody else', () => {
    given(claimed(ours)).when({ type: 'ReleasePlatformAccount', holder: ours, reason: 'deleted', at: later }).then(released(ours));
    for (const holder of [theirs, ourSecond])
      given(claimed(ours)).when({ type: 'ReleasePlatformAccount', holder, reason: 'deleted', at: later }).thenNothing();
    given(claimed(ours), released(ours)).when(claim(theirs)).then(claimed(theirs));
  });

  it('M-04: is moved inside a tenant', () => {
    given(claimed(ours))
      .when(move(ourSecond))
      .then(moved(ours, ourSecond, 'same tenant'));
    given(claimed(ours), moved(ours, ourSecond, 'same tenant'))
      .when(move(ourSecond))
      .thenNothing();
    given().when(move(ours)).thenRefused('platform-account-free');
  });

  it('M-180: is taken over from another tenant only by who has just proved at the platform that it is theirs; the last one wins', () => {
    given(claimed(ours))
      .when(move(theirs, '2026-11-23T10:55:00.000Z'))
      .then(moved(ours, theirs, 'proved at the platform'));
    given(claimed(ours), moved(ours, theirs, 'proved at the platform'))
      .when(claim(ours))
      .thenRefused('platform-account-held');
    for (const provedAt of [undefined, '2026-11-23T10:49:59.999Z', '2026-11-23T11:00:00.001Z']) {
      given(claimed(ours)).when(move(theirs, provedAt)).thenRefused('platform-account-held');
    }
  });

  it('M-04: is never held by two, whatever is asked in whatever order', () => {
    const holders = fc.constantFrom(ours, ourSecond, theirs);
    const commands: fc.Arbitrary<PlatformAccountCommand> = fc.oneof(
      holders.map((holder) => claim(holder)),
      holders.map((holder): PlatformAccountCommand => ({ type: 'ReleasePlatformAccount', holder, reason: 'deleted', at: later })),
      fc.tuple(holders, fc.constantFrom(undefined, '2026-11-23T10:55:00.000Z')).map(([to, provedAt]) => move(to, provedAt)),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (sequence) => {
        const believes = new Map<string, Holder>();
        let account = platformAccountDecider.initialState();
        for (const command of sequence) {
          for (const event of decided(command, account)) {
            if (event.type === 'PlatformAccountReleased') believes.delete(event.data.holder.accountId);
            if (event.type === 'PlatformAccountClaimed') believes.set(event.data.holder.accountId, event.data.holder);
            if (event.type === 'PlatformAccountMoved') {
              believes.delete(event.data.from.accountId);
              believes.set(event.data.to.accountId, event.data.to);
            }
            account = platformAccountDecider.evolve(account, event);
          }
          expect(believes.size).toBeLessThanOrEqual(1);
          expect([...believes.values()][0]).toEqual(account.holder);
        }
      }),
    );
  });
});

const decided = (command: PlatformAccountCommand, account: ReturnType<typeof platformAccountDecider.initialState>) => {
  try {
    return platformAccountDecider.decide(command, account);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

describe('in the log', () => {
  const stream = platformAccountStream(page.channel, page.platformAccountId);

  it('M-04: forty tenants that claim the same page at the same moment: one gets it', async () => {
    const log = createInMemoryLog();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const holder = { tenantId: exampleId(`tenant ${n}`), accountId: exampleId(`account ${n}`) };
        const cause = claimCause(exampleCause(`claim ${n}`, { tenantId: holder.tenantId }), stream);
        return handleCommand(log.open(), platformAccountDecider, stream, claim(holder), cause, {
          now: () => new Date(at),
          pause: async () => undefined,
        }).then(
          () => 'held',
          (error: Refusal) => error.code,
        );
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['held', 'platform-account-held']));
    const recorded = await log.open().readStream(stream);
    expect(recorded).toHaveLength(1);
    expect(recorded[0]?.metadata).toMatchObject({ tenantId: REGISTRY_TENANT });
  });

  it('is one stream for each channel and id, and its commands are none of the account’s own', () => {
    expect(platformAccountStream('messenger', '1')).not.toBe(platformAccountStream('line', '1'));
    expect(platformAccountStream('messenger', '1')).toBe(platformAccountStream('messenger', '1'));
    const cause = exampleCause('apply');
    const [one, other] = ['1', '2'].map((id) => claimCause(cause, platformAccountStream('messenger', id)));
    expect(new Set([cause.commandId, one!.commandId, other!.commandId]).size).toBe(3);
    expect(one).toMatchObject({ correlationId: cause.correlationId, actor: cause.actor });
  });

  it('folds to nobody when it is released', () => {
    expect(fold(platformAccountDecider, [claimed(ours), released(ours)])).toEqual({});
  });
});
