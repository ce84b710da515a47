import { fold, Refusal } from '@madoguchi/event-sourcing';
import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { type ContactWindowCommand, contactWindowDecider } from '../decider.js';
import type { ContactWindowEvent } from '../events.js';

const { given } = specificationOf(contactWindowDecider);
const at = '2026-11-23T10:00:00.000Z';
const opened: ContactWindowEvent = { type: 'ContactWindowOpened', data: { name: 'Customer desk', openedAt: at } };
const baseAddress = 'desk-k7qx2m4w@in.desk.example';
const issued: ContactWindowEvent = { type: 'BaseAddressIssued', data: { baseAddress } };

describe('the base address of a contact window', () => {
  it('M-68: is issued with the window', () => {
    given().when({ type: 'OpenContactWindow', name: 'Customer desk', baseAddress, at }).then(opened, issued);
    given()
      .when({ type: 'OpenContactWindow', name: 'Customer desk', baseAddress: 'Desk-K7qx2m4w@in.desk.example', at })
      .then(opened, issued);
    given().when({ type: 'OpenContactWindow', name: 'Customer desk', baseAddress: 'no address', at }).thenRefused('bad-address');
  });

  it('is issued later where the installation took no mail, once', () => {
    given().when({ type: 'OpenContactWindow', name: 'Customer desk', at }).then(opened);
    given(opened).when({ type: 'IssueBaseAddress', baseAddress }).then(issued);
    given(opened, issued).when({ type: 'IssueBaseAddress', baseAddress }).thenNothing();
    given(opened, issued).when({ type: 'IssueBaseAddress', baseAddress: 'other@in.desk.example' }).thenRefused('base-address-fixed');
  });

  it('M-69: is refused to be changed or deleted, with the reason', () => {
    for (const other of ['other@in.desk.example', null]) {
      const refusal = given(opened, issued).when({ type: 'ChangeBaseAddress', baseAddress: other }).thenRefused('base-address-fixed');
      expect(refusal.message).toBe('This address was issued for the contact window. It cannot be changed or deleted.');
    }
  });

  it('M-69: is changed by no command, in no order', () => {
    const address = fc.constantFrom('a@in.desk.example', 'b@in.desk.example', baseAddress);
    const bot = { accountId: fc.constantFrom(exampleId('a'), exampleId('b')), way: fc.constantFrom('simple' as const, 'console' as const) };
    const arbitraryOf: { readonly [Type in ContactWindowCommand['type']]: fc.Arbitrary<Extract<ContactWindowCommand, { type: Type }>> } = {
      OpenContactWindow: fc.record({
        type: fc.constant('OpenContactWindow'),
        name: fc.constant('Other'),
        baseAddress: fc.option(address, { nil: undefined }),
        at: fc.constant(at),
      }),
      ChangeContactWindow: fc.record({
        type: fc.constant('ChangeContactWindow'),
        name: fc.constantFrom('One', 'Two'),
        businessHoursId: fc.constantFrom(null, exampleId('hours')),
      }),
      ArchiveContactWindow: fc.constant({ type: 'ArchiveContactWindow', at }),
      IssueBaseAddress: fc.record({ type: fc.constant('IssueBaseAddress'), baseAddress: address }),
      ChangeBaseAddress: fc.record({ type: fc.constant('ChangeBaseAddress'), baseAddress: fc.option(address) }),
      ReserveBot: fc.record({ type: fc.constant('ReserveBot'), ...bot, at: fc.constant(at) }),
      ReleaseBot: fc.record({ type: fc.constant('ReleaseBot'), accountId: bot.accountId, reason: fc.constant('deleted') }),
    };
    const commands = fc.oneof(...(Object.values(arbitraryOf) as fc.Arbitrary<ContactWindowCommand>[]));
    fc.assert(
      fc.property(fc.boolean(), fc.array(commands, { maxLength: 40 }), (issuedAtOnce, sequence) => {
        let window = fold(contactWindowDecider, issuedAtOnce ? [opened, issued] : [opened]);
        let issuedAddress = window.baseAddress;
        for (const command of sequence) {
          window = decided(command, window).reduce(contactWindowDecider.evolve, window);
          issuedAddress ??= window.baseAddress;
          expect(window.baseAddress).toBe(issuedAddress);
        }
      }),
    );
  });
});

const decided = (command: ContactWindowCommand, window: ReturnType<typeof contactWindowDecider.initialState>) => {
  try {
    return contactWindowDecider.decide(command, window);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};
