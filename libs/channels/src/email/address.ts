/** An address of ours as it stands in an envelope: `<local>+<tag>@<domain>`. */
export interface OwnAddress {
  /** Without the tag, in lower case: the account's `platformAccountId`. */
  readonly base: string;
  /** In lower case. */
  readonly tag?: string;
}

/** Undefined for what is no address. Whether it is ours the look-up has to tell. */
export const ownAddressOf = (address: string): OwnAddress | undefined => {
  const parts = /^([^+@\s]+)(?:\+([^@\s]*))?@([^@\s]+)$/.exec(address.trim().toLowerCase());
  return parts ? { base: `${parts[1]}@${parts[3]}`, ...(parts[2] && { tag: parts[2] }) } : undefined;
};

/** The base address with a tag behind its local part. */
export const taggedAddress = (base: string, tag: string): string => base.replace('@', `+${tag}@`);

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** What can be written to: one `@`, no blanks, no characters that end an address in a header or command. 254 is SMTP's limit. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>()[\],;:\\"\p{Cc}\p{Surrogate}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}\p{Surrogate}]+$/u.test(text);
