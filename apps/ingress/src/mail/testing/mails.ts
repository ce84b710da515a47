import { connect as connectSocket } from 'node:net';
import type { IngressAccount } from '../../find-account.js';
import type { MailServer } from '../mail-server.js';

export const MAIL_DOMAIN = 'in.desk.example';
const accountNumber = (number: number): IngressAccount => ({
  tenantId: `a2b0c7de-0000-4000-8000-00000000000${number}`,
  accountId: `a2b0c7de-0000-4000-8000-00000000001${number}`,
  queueId: 'a2b0c7de-0000-4000-8000-000000000020',
  credentials: {
    baseAddress: `w-${String.fromCharCode(96 + number).repeat(26)}@${MAIL_DOMAIN}`,
    replyKey: 'Vk3vQ7x_-Lm2nB7cD4eF5gH6jK7pR2sT3uV-wXyZaBc',
  },
});
export const account = accountNumber(1);
export const other = accountNumber(2);
export const address = account.credentials.baseAddress as string;
export const otherAddress = other.credentials.baseAddress as string;

/** Asks again until it is so. */
export const eventually = async <T>(check: () => T | Promise<T>): Promise<T> => {
  for (const deadline = Date.now() + 120_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};

/** A mail of the customer; `id` makes it another one. */
export const rawMail = (id: string, more: readonly string[] = [], body = 'こんにちは') =>
  [
    `From: Hana <hana@customer.example>`,
    'To: support@shop.example.jp',
    `Subject: mail ${id}`,
    `Message-ID: <${id}@customer.example>`,
    'Content-Type: text/plain; charset=UTF-8',
    ...more,
    '',
    body,
  ].join('\r\n');

/** Speaks line by line, each after the reply to the one before. @returns everything that was answered */
export const dialogue = (server: MailServer, lines: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const socket = connectSocket(Number(port), hostname).setEncoding('utf8');
    const left = [...lines];
    let answered = '';
    socket.on('error', reject);
    socket.on('close', () => resolve(answered));
    socket.on('data', (text) => {
      answered += String(text);
      if (!/^\d{3} .*\r\n$/m.test(String(text))) return;
      const line = left.shift();
      if (line === undefined) socket.end();
      else socket.write(`${line}\r\n`);
    });
  });
