/** `.madoguchi/addresses.json`, as far as these tests read it. It is a file, so its shape is written down on this side too. */
export interface Addresses {
  readonly desk: string;
  readonly admin: string;
  readonly ingress: string;
  readonly mail: string;
  /** By listener of the stand-ins. */
  readonly platforms: { readonly play: string } & Readonly<Record<string, string>>;
  readonly database: string;
  /** The process of `madoguchi start`. */
  readonly supervisor: number;
  readonly pids: Readonly<Record<string, number>>;
  readonly demo: {
    readonly tenant: { readonly id: string; readonly name: string };
    readonly logins: readonly {
      readonly email: string;
      readonly password: string;
      readonly name: string;
      readonly role: 'admin' | 'agent';
    }[];
    readonly accounts: readonly {
      readonly channel: string;
      readonly id: string;
      readonly name: string;
      readonly webhookUrl: string;
      readonly webhookLocalUrl: string;
      readonly platformAccount: string;
    }[];
    readonly customers: readonly { readonly channel: string; readonly id: string; readonly name: string }[];
    /** Where a bot answers first. */
    readonly bot?: { readonly id: string; readonly account: { readonly channel: string; readonly platformAccount: string } };
    readonly playUrls: Readonly<Record<string, string>>;
  };
}
