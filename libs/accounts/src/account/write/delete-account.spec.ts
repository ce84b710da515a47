import { fold, handleCommand, Refusal } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { accountStream } from '../../identity.js';
import {
  added,
  activeNumber,
  applied,
  deleted,
  everyAccountCommand,
  exampleAccount,
  exampleTime,
  linked,
  unlinked,
  verified,
} from '../../testing/index.js';
import { type IntegrationAccountCommand, integrationAccountDecider } from '../decider.js';
import { intakeOf, linkState } from '../standing.js';

const { given } = specificationOf(integrationAccountDecider);
const remove = { type: 'DeleteAccount', typedName: 'Umeda shop', at: exampleTime } as const;
const life = [added(), applied(), verified(), linked('automatic after verification')];

describe('deleting the information of an account', () => {
  it('M-108: needs the name of the account, typed', () => {
    given(added(), applied()).when(remove).then(deleted());
    for (const typedName of ['', 'umeda shop', 'Namba shop'])
      given(added())
        .when({ ...remove, typedName })
        .thenRefused('name-not-confirmed');
  });

  it('M-109: releases the link first, with the same cause', async () => {
    given(...life)
      .when(remove)
      .then(unlinked('deleted by an administrator'), deleted());

    const store = createInMemoryLog().open();
    const stream = accountStream(exampleAccount);
    const command = (asked: IntegrationAccountCommand, name: string) =>
      handleCommand(store, integrationAccountDecider, stream, asked, exampleCause(name), { now: () => new Date(exampleTime) });
    await command({ type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'first-key' }, 'add');
    await command({ type: 'LinkAccount' }, 'link');
    await command(remove, 'delete');
    const [gone, tombstone] = (await store.readStream(stream)).slice(-2);
    expect([gone?.type, tombstone?.type]).toEqual(['IntegrationAccountUnlinked', 'IntegrationAccountDeleted']);
    expect(gone?.metadata).toEqual(tombstone?.metadata);
    expect(tombstone?.metadata).toMatchObject({
      commandId: exampleCause('delete').commandId,
      causationId: exampleCause('delete').causationId,
    });
  });

  it('M-108: leaves a tombstone that refuses everything but being set up again', () => {
    const clocked: IntegrationAccountCommand['type'][] = [
      'WarnOfTokenExpiry',
      'WarnOfCertificateExpiry',
      'ExpireCertificate',
      'ExpireVerificationCode',
      'FailPendingNumber',
      'WarnOfDeletion',
      'DeleteUnactivated',
    ];
    for (const command of Object.values(everyAccountCommand)) {
      if (command.type === 'AddAccount') continue;
      const asked = given(...life, unlinked(), deleted()).when(command);
      if (clocked.includes(command.type)) asked.thenNothing();
      else asked.thenRefused('account-deleted');
    }
  });

  it('M-108: cannot be restored: it starts again with a new address and without anything that it had', () => {
    const history = [...life, unlinked(), deleted()];
    given(...history)
      .when(everyAccountCommand.AddAccount)
      .then(added('line', { webhookKey: 'another-key', again: true }));
    given(...history)
      .when({ ...everyAccountCommand.AddAccount, webhookKey: 'first-key' })
      .thenRefused('new-data-needed');
    const again = fold(integrationAccountDecider, [...history, added('line', { webhookKey: 'another-key', again: true })]);
    const fresh = fold(integrationAccountDecider, [added('line', { webhookKey: 'another-key' })]);
    expect(again).toEqual({ ...fresh, webhookKeys: ['first-key', 'another-key'] });
    expect(linkState(again)).toBe('draft');
  });

  it('M-110: nothing arrives any more: the address is gone', () => {
    expect(intakeOf(fold(integrationAccountDecider, life))).toEqual({ do: 'hold', reasons: ['no queue'] });
    expect(intakeOf(fold(integrationAccountDecider, [...life, unlinked(), deleted()]))).toEqual({ do: 'gone' });
  });
});

describe('the type of an account', () => {
  it('M-14, M-15, M-16: is set when it is added, and there is none beside the eight', () => {
    given()
      .when({ type: 'AddAccount', accountType: 'vonage', name: 'Texts', webhookKey: 'k' })
      .then(added('vonage', { name: 'Texts', webhookKey: 'k' }));
    given()
      .when({ ...everyAccountCommand.AddAccount, accountType: 'fax' as 'line' })
      .thenRefused('bad-type');
    given(added()).when(everyAccountCommand.AddAccount).thenRefused('account-exists');
    given(added(), deleted())
      .when({ ...everyAccountCommand.AddAccount, accountType: 'viber' })
      .thenRefused('type-fixed');
  });

  it('M-14, M-15: is changed by no command, in no order', () => {
    const anything = fc.constantFrom(
      ...Object.values(everyAccountCommand),
      ...(['messenger', 'viber', 'email'] as const).map((accountType): IntegrationAccountCommand => ({
        ...everyAccountCommand.AddAccount,
        accountType,
        webhookKey: accountType,
      })),
    );
    const starts = fc.constantFrom([added()], life, activeNumber, [added('lineworks', { botWay: 'simple' })]);
    fc.assert(
      fc.property(starts, fc.array(anything, { maxLength: 30 }), (start, commands) => {
        let account = fold(integrationAccountDecider, start);
        const type = account.accountType;
        for (const command of commands) {
          account = decided(command, account).reduce(integrationAccountDecider.evolve, account);
          expect(account.accountType).toBe(type);
        }
      }),
    );
  });
});

const decided = (command: IntegrationAccountCommand, account: ReturnType<typeof integrationAccountDecider.initialState>) => {
  try {
    return integrationAccountDecider.decide(command, account);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};
