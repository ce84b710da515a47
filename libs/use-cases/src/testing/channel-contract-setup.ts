import type { InboundItem } from '@madoguchi/contracts';
import type { MessageContent, SendRoute } from '@madoguchi/conversation';
import type { Channel, SendRequest } from '../channel.js';
import type { Credentials } from '../credentials.js';
import type { ScriptedAnswer, ScriptedPlatform } from './scripted-platform.js';

/** What the contract has to know of any channel. */
export interface OutboundContractSetup {
  readonly name: string;
  /** The channel, with this address in the place of every host of the platform. */
  channel(platform: string): Channel;
  readonly credentials: Credentials;
  /** Of another account at the same platform. */
  readonly otherCredentials: Credentials;
  /** What stands in the platform's place; an HTTP server when left out. */
  startPlatform?(): Promise<ScriptedPlatform>;
  readonly sending: SendingSetup;
}

/** Of a channel that is delivered to by webhooks. Bodies are the platform's exact text. */
export interface ChannelContractSetup extends OutboundContractSetup {
  readonly authenticity: {
    /** In lower case. */
    readonly header: string;
    /** The credential without which nothing can be verified. */
    readonly secretField: string;
    /**
     * False where the header is a fixed secret that does not cover the body; `as JSON` where the platform may have signed the body's compact
     * JSON, so that the blanks between its tokens are not covered.
     */
    readonly coversBody: boolean | 'as JSON';
    /** The status for a webhook without the header, where the platform is known to forget it and to come again, signed, after this one. */
    readonly withoutHeader?: 503;
    sign(body: Buffer, credentials: Credentials): string;
  };
  readonly webhooks: {
    /** One body for every thing that the platform documents. */
    readonly documented: readonly string[];
    /** Of kinds that nobody knows yet; each contains the word `not-invented-yet`. */
    readonly unknown: readonly string[];
    /** A text message; `escaped` goes between the quotes of its JSON text. */
    text(escaped: string): string;
    /** A body with these digits as a number without quotes, in a part that is kept raw. */
    longNumber(digits: string): string;
    /** Messages of one conversation, in the platform's order. */
    readonly ordered: readonly string[];
    /** The same thing delivered twice, as the platform does it. */
    readonly redelivered: readonly [string, string];
  };
}

export interface SendingSetup {
  /** A text. */
  readonly request: SendRequest;
  readonly routes: readonly SendRoute[];
  readonly accepted: ScriptedAnswer;
  readonly messageIds: readonly string[];
  readonly rejected: readonly ScriptedAnswer[];
  /** `afterMs` where the platform names the time. */
  readonly retry: readonly { readonly answer: ScriptedAnswer; readonly afterMs?: number }[];
  /** The body of a refusal in these words. */
  refusal(words: string): string;
  /** One message of every type that the capabilities name as outbound, fit to be sent; files lie at `mediaUrl` and in `mediaFile`. */
  readonly examples: readonly MessageContent[];
  /** Of a sign that the platform took; absent where it has none. */
  readonly marked?: ScriptedAnswer;
  /** The answers of the platform to everything that sending these examples takes, where `accepted` is not all. */
  acceptedAt?(path: string): ScriptedAnswer;
  /** A reference that `fetchMedia` takes, and a customer that `fetchProfile` takes. */
  readonly mediaReference: string;
  readonly customerKey: string;
}

/** Of a channel that is delivered to by mail. */
export interface MailContractSetup extends OutboundContractSetup {
  readonly mails: {
    read(mail: ContractMail, receivedAt: Date): Promise<MailReadingInContract>;
    /** One for every thing that is known to come. */
    readonly documented: readonly ContractMail[];
    /** A mail with this plain text, as UTF-8. */
    text(text: string): Buffer;
    /** A mail with one attachment of this name, however it has to be written. */
    attachment(fileName: string): Buffer;
    /** Mails of one thread, as they were written. */
    readonly ordered: readonly Buffer[];
    /** The same mail on two ways. */
    readonly redelivered: readonly [Buffer, Buffer];
  };
}

export interface ContractMail {
  readonly raw: Buffer;
  /** The envelope's recipient, when it is not the account's plain address. */
  readonly to?: string;
  /** The envelope's sender, when it is not the customer; empty for reports. */
  readonly from?: string;
}

/** What was understood of one mail, and the files that are stored before the items are published. */
export interface MailReadingInContract {
  readonly items: readonly InboundItem[];
  readonly files: readonly { readonly mediaId: string; readonly bytes: Buffer; readonly fileName?: string }[];
}

/** One rule, to be run alone: so a broken channel can be shown to be noticed. */
export interface ContractCase<Setup = ChannelContractSetup> {
  readonly name: string;
  run(setup: Setup): void | Promise<void>;
}
