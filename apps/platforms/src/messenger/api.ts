import type { FastifyInstance } from 'fastify';
import type { GraphCalls } from './calls.js';
import { type HandingOver, moveThread, ownerOfThread, receivers } from './handover.js';
import type { LogIns } from './log-ins.js';
import { messengerProfile } from './messenger-profile.js';
import { debugToken, nodeFields, pageFields, type PictureOf } from './objects.js';
import { personsPages } from './persons-pages.js';
import { type Sending, send } from './sending.js';
import type { MessengerState } from './state.js';
import { appSubscription, pageSubscription } from './subscriptions.js';

/** `graph.facebook.com`, as far as Messenger needs it. */
export const serveGraph = (
  app: FastifyInstance,
  calls: GraphCalls,
  state: MessengerState,
  logIns: LogIns,
  pictures: PictureOf,
  sending: Sending,
  handing: HandingOver,
): void => {
  const { world, uploads } = sending;
  calls.asPage(app, {
    method: 'POST',
    path: ':node/messages',
    call: (fields) => (fields['sender_action'] === undefined ? 'send' : 'sender action'),
    perform: (call) => send(sending, call),
  });
  calls.asPage(app, { method: 'POST', path: ':node/message_attachments', call: 'upload', perform: (call) => uploads.upload(call) });
  for (const method of ['GET', 'POST', 'DELETE'] as const) {
    calls.asPage(app, {
      method,
      path: ':node/subscribed_apps',
      call: 'page subscription',
      perform: (call) => pageSubscription(world, call),
    });
    calls.asPage(app, {
      method,
      path: ':node/messenger_profile',
      call: 'messenger profile',
      perform: (call) => messengerProfile(call, () => world.state.changed()),
    });
    calls.asApp(app, { method, path: ':app/subscriptions', call: 'app subscription', perform: (call) => appSubscription(world, call) });
  }
  calls.asApp(app, {
    method: 'GET',
    path: 'debug_token',
    call: 'debug token',
    perform: (call) => debugToken(state, logIns, call, world.clock.now()),
  });
  calls.asPerson(app, { method: 'GET', path: 'me/accounts', call: 'pages', perform: (call) => personsPages(state, logIns, call) });
  for (const kind of ['pass_thread_control', 'take_thread_control', 'request_thread_control'] as const)
    calls.asPage(app, {
      method: 'POST',
      path: `:node/${kind}`,
      call: 'thread control',
      perform: (call) => moveThread(handing, kind, call),
    });
  calls.asPage(app, { method: 'GET', path: ':node/thread_owner', call: 'thread owner', perform: (call) => ownerOfThread(world, call) });
  calls.asPage(app, { method: 'GET', path: ':node/secondary_receivers', call: 'receivers', perform: receivers });
  calls.asPage(app, { method: 'GET', path: 'me', call: 'page', perform: pageFields });
  calls.asPage(app, { method: 'GET', path: ':id', call: 'profile', perform: (call) => nodeFields(call, pictures) });
};
