import type { MessageContent, SendRoute } from '@madoguchi/conversation';
import type { Channel, Credentials, SendRequest } from '../channel.js';
import type { ScriptedAnswer } from './scripted-platform.js';

/** What the contract has to know of one channel. Bodies are the platform's exact text. */
export interface ChannelContractSetup {
  readonly name: string;
  /** The channel, with this address in the place of every host of the platform. */
  channel(platform: string): Channel;
  readonly credentials: Credentials;
  /** Of another account at the same platform. */
  readonly otherCredentials: Credentials;
  readonly authenticity: {
    /** In lower case. */
    readonly header: string;
    /** The credential without which nothing can be verified. */
    readonly secretField: string;
    /** False where the header is a fixed secret that does not cover the body. */
    readonly coversBody: boolean;
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
  readonly sending: {
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
  };
}

export interface ContractCase {
  readonly name: string;
  /** Only for channels that are delivered to in this way. */
  readonly intake?: Channel['intake'];
  run(setup: ChannelContractSetup): void | Promise<void>;
}
