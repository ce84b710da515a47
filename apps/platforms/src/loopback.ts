/** The stand-ins speak to this machine only. */
export const isLoopback = (base: string): boolean => {
  if (!URL.canParse(base)) return false;
  const { protocol, hostname } = new URL(base);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname));
};
