export const SESSION_COOKIE = 'madoguchi_session';

/** The token of a request: a program's `Authorization: Bearer …` before a page's cookie. */
export const sessionTokenOf = (headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined => {
  const { authorization, cookie } = headers;
  const bearer = typeof authorization === 'string' ? /^Bearer +([\w-]{1,100})$/i.exec(authorization)?.[1] : undefined;
  return bearer ?? (typeof cookie === 'string' ? cookieOf(cookie) : undefined);
};

const cookieOf = (header: string): string | undefined => {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION_COOKIE && value && /^[\w-]{1,100}$/.test(value)) return value;
  }
  return undefined;
};
