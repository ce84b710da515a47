/** `message-timestamp` of the SMS API: UTC without a zone, to the second. */
export const pushTime = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');
