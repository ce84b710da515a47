import type { FastifyInstance } from 'fastify';
import { sendAnswer } from '../calls.js';
import { accountAnswers, answers } from './answers.js';
import { applicationView, replaceApplication } from './application.js';
import { onApplication, onToken, type VonageServer } from './calls.js';
import type { VonageDelivery } from './delivery.js';
import { readFile } from './media.js';
import { sendMessage } from './sending.js';
import { serveAccount } from './account.js';
import { serveSmsApi } from './sms-sending.js';
import type { VonageAccount } from './state.js';

const MAX_BODY = 1024 * 1024;

/** `rest.nexmo.com`: SMS API, account and numbers; and `api.nexmo.com`: Messages API, applications and customers' files. */
export const serve = (
  listener: string,
  app: FastifyInstance,
  server: VonageServer,
  deliveryOf: (account: VonageAccount) => VonageDelivery,
): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) =>
    sendAnswer(reply, error.statusCode === 413 ? answers.tooLarge() : answers.failed(500)),
  );
  if (listener === 'vonageRest') {
    app.setNotFoundHandler((_request, reply) => sendAnswer(reply, accountAnswers.notFound()));
    serveSmsApi(app, server, deliveryOf);
    serveAccount(app, server, deliveryOf);
    return;
  }
  app.setNotFoundHandler((_request, reply) => sendAnswer(reply, answers.notFound()));
  onToken(app, server, { method: 'POST', path: '/v1/messages', call: 'messages', alsoBasic: true }, (call) =>
    sendMessage(server.world, call, deliveryOf(call.account)),
  );
  onToken(app, server, { method: 'GET', path: '/v3/media/:id', call: 'media' }, (call) => readFile(server.world, call));

  const path = '/v2/applications/:id';
  onApplication(app, server, { method: 'GET', path, call: 'application' }, ({ account, params }) =>
    params['id'] === account.application.id ? answers.ok(applicationView(account)) : answers.notFound(),
  );
  onApplication(app, server, { method: 'PUT', path, call: 'update application' }, ({ account, params, body }) => {
    if (params['id'] !== account.application.id) return answers.notFound();
    server.world.state.changed();
    return replaceApplication(account, body);
  });
};
