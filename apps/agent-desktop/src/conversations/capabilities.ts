import type { ChannelType } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';

export type CapabilitiesOf = (channel: ChannelType) => ChannelCapabilities;

/** Of a channel whose conversations are in the log, and which this version of the desk does not know. */
export const canOnlyReceive: ChannelCapabilities = {
  textLimit: 0,
  outbound: [],
  receipts: { delivered: false, read: false },
  imageTypes: [],
  imageLimit: 0,
};
