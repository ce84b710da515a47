import type { SessionView } from '@madoguchi/contracts';
import { createContext, useContext } from 'react';

export const SignedIn = createContext<SessionView | null>(null);

/** Who uses the page. Only below the log-in. */
export const useSignedIn = (): SessionView => {
  const session = useContext(SignedIn);
  if (!session) throw new Error('useSignedIn stands outside <SignedIn>.');
  return session;
};
