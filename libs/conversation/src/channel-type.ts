/** The channels of the house, as they stand in webhook paths and subjects. */
export const CHANNEL_TYPES = ['messenger', 'line', 'telegram', 'viber', 'vonage', 'whatsapp', 'lineworks', 'email'] as const;

export type ChannelType = (typeof CHANNEL_TYPES)[number];
