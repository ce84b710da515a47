import type { ChannelType } from '@madoguchi/conversation';
import type { Channel, ChannelCapabilities } from '@madoguchi/use-cases';

/** What the desk needs to know of a channel; undefined for one whose conversations are in the log and that this version does not know. */
export type ChannelOf = (type: ChannelType) => Pick<Channel, 'capabilities' | 'checkContent'> | undefined;

/** Of a channel that this version does not know. */
export const canOnlyReceive: ChannelCapabilities = {
  textLimit: 0,
  textUnit: 'UTF-16 units',
  captionLimit: 0,
  inbound: [],
  outbound: [],
  files: {},
  choices: {},
  receipts: { delivered: false, read: false },
  replyTo: false,
  reactions: 'none',
  typing: false,
  readMarks: false,
  rates: { account: { burst: 0, perSecond: 0 } },
};
