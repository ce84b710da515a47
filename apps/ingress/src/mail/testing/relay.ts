import { startPostfix } from '@madoguchi/tools/postfix.mjs';
import type { AddressInfo } from 'node:net';
import nodemailer from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** A mail server between us and the world: passes mail for some domains to these places, all other mail to `relay`. */
export interface Relay {
  readonly port: number;
  stop(): Promise<void>;
}

export interface RelayWanted {
  readonly relay: string;
  readonly routes: Readonly<Record<string, string>>;
}

export interface RelayKind {
  readonly name: string;
  /** Whether it keeps what is not taken, and reports what is refused for good. */
  readonly hasQueue: boolean;
  start(wanted: RelayWanted): Promise<Relay>;
}

export const postfix: RelayKind = {
  name: 'Postfix',
  hasQueue: true,
  start: ({ relay, routes }) => startPostfix({ relay, routes: { ...routes } }),
};

/** Where Postfix cannot run: gives each mail on while its sender waits. */
export const smallRelay: RelayKind = {
  name: 'a small relay',
  hasQueue: false,
  start: async ({ relay, routes }) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onData: (stream, { envelope }, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = envelope.rcptTo[0]?.address ?? '';
          const [host, port] = (routes[to.split('@')[1] ?? ''] ?? relay).split(':');
          const onward = nodemailer.createTransport({ host, port: Number(port), ignoreTLS: true });
          const raw = Buffer.concat([Buffer.from('Received: from a by b (small relay)\r\n'), ...chunks]);
          onward.sendMail({ envelope: { from: envelope.mailFrom ? envelope.mailFrom.address : '', to }, raw }).then(
            () => callback(),
            (error: Error) => callback(error),
          );
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
    return { port: (server.server.address() as AddressInfo).port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
  },
};
