import { withFiles } from '@madoguchi/service-kit';
import type { Demo } from '../start/addresses.js';
import type { DemoSystem } from './seed-demo.js';

const NAMES = ['DATABASE_URL', 'DESK_URL', 'ADMIN_URL', 'INGRESS_URL', 'MAIL_URL', 'PLAY_URL', 'DEMO_PASSWORD'] as const;
const OUTSIDE = 'PLAY_URL_OUTSIDE';

/** A system that this machine's supervisor did not start: one that runs in containers. */
export interface SystemAround {
  readonly system: DemoSystem;
  readonly password: string;
  /** The same demo, with the addresses under which a browser finds it. */
  fromOutside(demo: Demo): Demo;
}

/**
 * Reads where everything is from the environment; every variable may be given by a file.
 *
 * @throws Error that names what is missing
 */
export const systemAround = (source: NodeJS.ProcessEnv): SystemAround => {
  const given = withFiles(source, (name) => NAMES.some((known) => known === name));
  const missing = NAMES.filter((name) => !given[name]);
  if (missing.length > 0) throw new Error(`${missing.join(', ')} must be set to put the demo into a system that was started elsewhere.`);
  const { DATABASE_URL, DESK_URL, ADMIN_URL, INGRESS_URL, MAIL_URL, PLAY_URL, DEMO_PASSWORD } = given as Record<
    (typeof NAMES)[number],
    string
  >;
  const outside = given[OUTSIDE] || PLAY_URL;
  return {
    system: {
      database: DATABASE_URL,
      desk: DESK_URL,
      admin: ADMIN_URL,
      ingress: INGRESS_URL,
      mail: MAIL_URL,
      platforms: { play: PLAY_URL },
    },
    password: DEMO_PASSWORD,
    fromOutside: (demo) => ({
      ...demo,
      playUrls: Object.fromEntries(Object.entries(demo.playUrls).map(([channel, url]) => [channel, url.replace(PLAY_URL, outside)])),
    }),
  };
};
