/** The channels of the house, as they stand in webhook paths and subjects. */
export const CHANNEL_TYPES = ['messenger', 'line', 'telegram', 'viber', 'vonage', 'whatsapp', 'lineworks', 'email'] as const;

export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** Who writes: members of the own company, or customers. */
export type Audience = 'internal' | 'external';

/** A bot inside LINE WORKS is asked by the company's own people; their names come from its directory, and they are no customers. */
export const audienceOf = (channel: ChannelType): Audience => (channel === 'lineworks' ? 'internal' : 'external');
