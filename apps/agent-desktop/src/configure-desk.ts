import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { harden } from './access/harden.js';
import { forwardToAdmin } from './page/forward-to-admin.js';
import { describeApi } from './page/open-api.js';
import { servePage } from './page/serve-page.js';

export interface DeskSurface {
  readonly adminUrl: string;
  /** Where the built page lies. */
  readonly pageFolder: string;
}

/** What the HTTP server needs beside the controllers, in the order in which requests meet it. */
export const configureDesk = async (app: NestFastifyApplication, { adminUrl, pageFolder }: DeskSurface): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  harden(app);
  await fastify.register(multipart);
  await forwardToAdmin(app, adminUrl);
  describeApi(app);
  await servePage(app, pageFolder);
};
