/** What an administrator typed for one account, already opened: field name → value. Only inside a request, never kept. */
export type Credentials = Readonly<Record<string, string>>;

/** One field of the account's form. */
export interface CredentialField {
  readonly name: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** Issued by us when it is not typed. `true`: 32 random bytes, base64url. Undefined: this installation has nothing to make it of. */
  readonly generated?: true | ((host: IssuingHost) => string | undefined);
  /** Never typed, and once issued it stays as it is for ever. */
  readonly fixed?: true;
  /** @returns what is wrong and what to do, or nothing. */
  check(value: string): string | undefined;
  /** As it is kept, of a value that passed the check. Absent: as it was typed, without blanks around it. */
  kept?(value: string): string;
}

/** What a generated value may be made of. */
export interface IssuingHost {
  /** The domain under which this installation receives mail; undefined when it receives none. */
  readonly mailDomain?: string;
  /** Lower-case base32, so many characters. */
  random(characters: number): string;
}
