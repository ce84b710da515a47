import { jsonCall } from './json-call.js';

/** An account at a stand-in; its credentials are invented, so they are told whole. */
export interface StandInAccount {
  readonly account: string;
  readonly name: string;
  readonly credentials: Readonly<Record<string, string>>;
}

export interface StandInCustomer {
  readonly id: string;
  readonly name: string;
}

/** The control API of the stand-ins, as whoever owns the accounts there uses it. What is there already stays as it is. */
export class StandIns {
  constructor(private readonly play: string) {}

  /** The account of this name; made when it is missing, with credentials that the platform makes up unless they are given. */
  async account(platform: string, name: string, more: { credentials?: object; settings?: object } = {}): Promise<StandInAccount> {
    const known = (await jsonCall(`${this.play}/api/accounts`, 'GET', {})) as readonly (StandInAccount & { readonly platform: string })[];
    const found = known.find((account) => account.platform === platform && account.name === name);
    return found ?? ((await jsonCall(`${this.play}/api/accounts`, 'POST', {}, { platform, name, ...more })) as StandInAccount);
  }

  /** Somebody who can write to the account and be written to. */
  async customer(platform: string, account: string, customer: { name: string; language: string; id?: string }): Promise<StandInCustomer> {
    const customers = `${this.play}/api/${platform}/${encodeURIComponent(account)}/customers`;
    const known = (await jsonCall(customers, 'GET', {})) as readonly StandInCustomer[];
    const found = known.find(({ name }) => name === customer.name);
    return found ?? ((await jsonCall(customers, 'POST', {}, { ...customer, reachable: true })) as StandInCustomer);
  }
}
