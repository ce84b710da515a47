import type { IntegrationAccountEvent, OtherApp } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** By hand, at any time: the switch may be put on before the data are there. */
export interface LinkAccount {
  readonly type: 'LinkAccount';
  /** The application that held the page, where the person was told that linking takes it over. */
  readonly takesOver?: OtherApp;
}

export const linkAccount = ({ takesOver }: LinkAccount, account: IntegrationAccount): readonly IntegrationAccountEvent[] =>
  account.linked ? [] : [{ type: 'IntegrationAccountLinked', data: { how: 'by hand', takesOver } }];
