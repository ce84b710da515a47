/** What a template has for words that nobody knew: `{{nextOpening}}`. Other braces are what somebody means. */
const PLACEHOLDER = /\{\{\s*((?:customer|agent|account|contactWindow|queue|conversation)\.[A-Za-z]+|today|nextOpening)\s*\}\}/g;

/** Each as it stands in the text: to a customer nothing of it is sent. */
export const unfilledIn = (text: string): readonly string[] => [...new Set([...text.matchAll(PLACEHOLDER)].map(([whole]) => whole))];
