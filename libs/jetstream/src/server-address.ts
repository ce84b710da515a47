/** Where the servers are and who we are there, as the client takes it. */
export interface ServerAddress {
  readonly servers: string[];
  readonly user?: string;
  readonly pass?: string;
}

/**
 * Takes `nats://user:password@host:port` apart, because the client reads hosts only. Of several addresses, separated by
 * commas, the first that names a user counts: servers of one cluster know the same users.
 */
export const serverAddress = (url: string): ServerAddress => {
  const addresses = url.split(',').map((each) => /^(?<scheme>[a-z]+:\/\/)?(?:(?<login>[^@]*)@)?(?<host>.*)$/s.exec(each.trim())!.groups!);
  const servers = addresses.map(({ scheme = '', host }) => `${scheme}${host}`);
  const login = addresses.find((each) => each.login)?.login;
  if (login === undefined) return { servers };
  const [user, pass] = login.split(/:(.*)/s).map(decodeURIComponent);
  return { servers, user, pass };
};
