import type { LineWorksHosts } from './call.js';

/** Where LINE WORKS keeps files. The access token goes there and nowhere else, whatever address an answer names. */
const STORAGE = /\.(worksmobile|worksapis)\.com$/;

/**
 * The address of a file as it may be called with the access token: at LINE WORKS over https, or at what is configured in its place.
 * Undefined when it lies anywhere else.
 */
export const storageAddress = ({ api, storage }: LineWorksHosts, address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return undefined;
  if ([api, storage].some((host) => host !== undefined && new URL(host).origin === url.origin)) return url.href;
  if (url.port !== '' || !STORAGE.test(url.hostname)) return undefined;
  // LINE WORKS has been seen to write http here for a host that it documents with https; a token goes over https only.
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : undefined;
};
