import { rmSync } from 'node:fs';
import type { DataFolder } from './data-folder.js';
import { writeWhole } from './data-folder.js';
import type { StandInListener } from './stand-ins.js';

/**
 * `.madoguchi/addresses.json`: what the screen says, for scripts and tests. It exists while everything is up.
 * Addresses have no slash at the end.
 */
export interface Addresses {
  readonly desk: string;
  readonly admin: string;
  readonly ingress: string;
  readonly conversationStore: string;
  readonly routing: string;
  readonly outboundSender: string;
  readonly botHandover: string;
  /** Where ingress takes mails. */
  readonly mail: string;
  /** The stand-ins, by listener; null when the real platforms are used. */
  readonly platforms: Readonly<Record<StandInListener, string>> | null;
  readonly nats: string;
  /** With the password of the services' role. */
  readonly database: string;
  /** The process of `madoguchi start`; a file whose supervisor is gone was left by one that was killed. */
  readonly supervisor: number;
  /** Kept up to date when something is started again. */
  readonly pids: Readonly<Record<string, number>>;
  readonly demo: Demo;
}

export interface Demo {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly logins: readonly {
    readonly email: string;
    readonly password: string;
    readonly name: string;
    readonly role: 'admin' | 'agent';
  }[];
  readonly accounts: readonly DemoAccount[];
  /** People at the stand-ins who can write to the demo accounts. */
  readonly customers: readonly { readonly channel: string; readonly id: string; readonly name: string }[];
  /** An account on which a bot answers first; absent without the stand-ins. */
  readonly bot?: { readonly id: string; readonly account: DemoAccount; readonly customer: { readonly id: string; readonly name: string } };
  /** Pages where one plays the customer, by channel; `bot`: where a bot answers first. */
  readonly playUrls: Readonly<Record<string, string>>;
}

export interface DemoAccount {
  readonly channel: string;
  readonly id: string;
  readonly name: string;
  /** As the platform knows it: https, public. */
  readonly webhookUrl: string;
  /** The same on this machine. */
  readonly webhookLocalUrl: string;
  /** The account's id at the stand-in. */
  readonly platformAccount: string;
}

export const writeAddresses = (folder: DataFolder, addresses: Addresses): void =>
  writeWhole(folder.file('addresses.json'), addresses, 0o600);

export const removeAddresses = (folder: DataFolder): void => rmSync(folder.file('addresses.json'), { force: true });
