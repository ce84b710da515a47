/** What a mail server says: a code and words, the enhanced status in front (RFC 3463). */
export interface SmtpAnswer {
  readonly status: number;
  readonly words: string;
}

const says = (status: number, words: string): SmtpAnswer => ({ status, words });

/** In the words of Postfix. */
export const answers = {
  taken: (): SmtpAnswer => says(250, 'Ok: queued'),
  notYours: (sender: string): SmtpAnswer => says(553, `5.7.1 <${sender}>: Sender address rejected: not owned by user`),
  unknownUser: (recipient: string): SmtpAnswer =>
    says(550, `5.1.1 <${recipient}>: Recipient address rejected: User unknown in virtual mailbox table`),
  full: (recipient: string): SmtpAnswer => says(552, `5.2.2 <${recipient}>: Recipient address rejected: Mailbox full`),
  greylisted: (recipient: string): SmtpAnswer =>
    says(450, `4.2.0 <${recipient}>: Recipient address rejected: Greylisted, see https://postgrey.example/help`),
  onlyOne: (): SmtpAnswer => says(452, '4.5.3 Error: too many recipients'),
  badHeader: (name: string): SmtpAnswer => says(554, `5.6.0 Message rejected: header ${name} is missing or wrong`),
  lineTooLong: (): SmtpAnswer => says(554, '5.6.0 Message rejected: line longer than 998 bytes'),
  tooFast: (): SmtpAnswer => says(450, '4.7.1 Error: too much mail from your address'),
  failed: (status: number): SmtpAnswer =>
    says(status, status < 500 ? '4.3.0 Error: queue file write error' : '5.7.1 Message content rejected'),
} as const;
