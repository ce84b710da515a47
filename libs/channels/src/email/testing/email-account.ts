import type { Credentials } from '@madoguchi/use-cases';
import type { Signer } from '../token.js';

export const MAIL_DOMAIN = 'in.desk.example';

export const emailCredentials = {
  baseAddress: `w-7k2m7qxd4tabcdefghijklmnop@${MAIL_DOMAIN}`,
  displayName: '相談窓口',
  replyKey: 'Vk3vQ7x_-Lm2nB7cD4eF5gH6jK7pR2sT3uV-wXyZaBc',
} satisfies Credentials;

export const otherEmailCredentials = {
  baseAddress: `w-zzzzzzzzzzzzzzzzzzzzzzzzzz@${MAIL_DOMAIN}`,
  replyKey: 'zk3vQ7x_-Lm2nB7cD4eF5gH6jK7pR2sT3uV-wXyZaBz',
} satisfies Credentials;

export const signer: Signer = { baseAddress: emailCredentials.baseAddress, replyKey: emailCredentials.replyKey };

export const emailCustomer = 'hana@customer.example';
