import nodemailer from 'nodemailer';
import type { ChatEntry } from '../control-api.js';
import { MailReceiver } from './mail-receiver.js';
import { type AccountUnderTest, StandIns, until } from './stand-ins.js';

export const BASE = `w-${'a'.repeat(26)}@in.desk.example`;
export const HANA = 'hana@customer.example';
export const KEN = 'ken@customer.example';

/** What is sent, and how it is answered. */
export interface Submitted {
  readonly status: number;
  readonly words: string;
}

/** An address of the product at the stand-in, with its SMTP listener at the receiver. */
export class EmailUnderTest {
  readonly account: AccountUnderTest;

  private constructor(
    readonly standIns: StandIns,
    readonly receiver: MailReceiver,
  ) {
    this.account = standIns.at('email', BASE);
  }

  static async start(): Promise<EmailUnderTest> {
    const receiver = await MailReceiver.start();
    const names = ['reject', 'full', 'greylisted', 'bounce', 'delayed', 'absent'];
    const standIns = await StandIns.start([
      {
        platform: 'email',
        name: '相談窓口',
        credentials: { baseAddress: BASE },
        settings: { deliverTo: receiver.place },
        customers: [
          { id: HANA, name: '佐藤 花' },
          { id: KEN, name: 'Ken' },
          ...names.map((name) => ({ id: `${name}@customer.example`, name })),
        ],
      },
    ]);
    return new EmailUnderTest(standIns, receiver);
  }

  async stop(): Promise<void> {
    await this.standIns.stop();
    await this.receiver.stop();
  }

  /** Ends what a test has set, and waits for the mails that are still on their way. */
  async tidy(): Promise<void> {
    this.receiver.reset();
    await this.account.endFaults();
    await this.account.settings({ deliverTo: this.receiver.place });
    await this.standIns.control('POST', '/clock', { delayScale: 0.001 });
    await until(
      async () => (await this.account.view()).pending === 0,
      () => 'mails are still on their way',
    );
    await this.standIns.control('POST', '/clock', { delayScale: 1 });
    this.receiver.reset();
  }

  async submit(to: string, mail: object = {}, { from = BASE.replace('@', '+b1@'), pass = 'submission' } = {}): Promise<Submitted> {
    const { hostname, port } = new URL(this.standIns.address('mailSubmission'));
    const transport = nodemailer.createTransport({ host: hostname, port: Number(port), auth: { user: 'madoguchi', pass } });
    const message = {
      from: { name: '窓口', address: BASE },
      to,
      replyTo: BASE.replace('@', '+r1@'),
      subject: 'Re: お問い合わせ',
      text: '9時からです',
      ...mail,
    };
    try {
      const { response } = await transport.sendMail({ envelope: { from, to }, ...message });
      return { status: Number(response.slice(0, 3)), words: response };
    } catch (error) {
      const { responseCode = 0, message: words } = error as Error & { responseCode?: number };
      return { status: responseCode, words };
    } finally {
      transport.close();
    }
  }

  /** Waits until the receiver has had so many mails. */
  async mails(count: number) {
    await until(
      () => this.receiver.mails.length >= count,
      () => `only ${this.receiver.mails.length} of ${count} mails came`,
    );
    return this.receiver.mails;
  }

  async lastInChat(customer = HANA): Promise<ChatEntry> {
    return (await this.account.chat(customer)).at(-1)!;
  }
}
