/** A server on this machine. */
export const isLoopback = (base: string): boolean => {
  if (!URL.canParse(base)) return false;
  const { protocol, hostname } = new URL(base);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname));
};

/**
 * The stand-ins speak to this machine only, and to their neighbours on a network of containers: a name without a dot, which
 * no host of the internet has.
 */
export const isNear = (base: string): boolean =>
  isLoopback(base) || (/^http:\/\//.test(base) && URL.canParse(base) && /^[a-z][a-z0-9-]*$/.test(new URL(base).hostname));
