import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  type MessageEvent,
  type OnModuleInit,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Sse,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { accountStream, botPublicationStream } from '@madoguchi/accounts';
import { derivedId } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import type { FastifyRequest } from 'fastify';
import { concatMap, defer, filter, map, merge, Observable } from 'rxjs';
import { Needs } from '../needs.js';
import { FollowedAccounts } from '../scheduler/followed-accounts.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { TakesFile } from '../takes-file.js';
import { BotPictures } from './bot-pictures.js';
import { BotsOfWindows } from './bots-of-windows.service.js';
import { BotImageQuery, PublishBot } from './requests.js';

const BYTES = 'application/octet-stream';

/**
 * The bot of a contact window inside LINE WORKS, made here. One from the Developer Console is an integration account of type `lineworks`
 * with this window, added half-done as often as wanted; here stands how far it has come. Either is taken away with its information.
 */
@Controller('api/v1/contact-windows/:id/bot')
@Needs('integration-accounts.add')
export class BotController implements OnModuleInit {
  constructor(
    @Inject(BotsOfWindows) private readonly bots: BotsOfWindows,
    @Inject(BotPictures) private readonly pictures: BotPictures,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /** Pictures come as they are, and are read only after it is known who sends them. */
  onModuleInit(): void {
    this.http.httpAdapter
      .getInstance()
      .addContentTypeParser(BYTES, (_request: unknown, body: unknown, done: (error: null, body: unknown) => void) => done(null, body));
  }

  @Get()
  @Needs('contact-windows.view')
  show(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string) {
    return this.bots.show(admin, id);
  }

  /** How far it has come, now and after every change. */
  @Sse('live')
  @Needs('contact-windows.view')
  async live(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string): Promise<Observable<MessageEvent>> {
    const first = await this.bots.show(admin, id);
    let accountId = first.accountId ?? first.simple?.accountId;
    const changes = new Observable<string>((subscriber) => this.accounts.onChange(({ stream }) => subscriber.next(stream))).pipe(
      filter((stream) => accountId === undefined || stream === botPublicationStream(accountId) || stream === accountStream(accountId)),
      concatMap(() => defer(() => this.bots.show(admin, id))),
      map((view) => {
        accountId = view.accountId ?? accountId;
        return view;
      }),
    );
    return merge([first], changes).pipe(map((data) => ({ data })));
  }

  /** The picture: a PNG under 10 MB. */
  @Post('image')
  @TakesFile(BYTES)
  async image(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { fileName, rename = false }: BotImageQuery,
    @IdempotencyKey() key: string,
    @Req() { body }: FastifyRequest,
  ) {
    if (!(body instanceof Readable)) throw new ProblemException(415, 'no-file', `Send the bytes of the picture as ${BYTES}.`);
    const mediaId = derivedId('picture of a bot', admin.tenantId, id, key);
    const picture = await this.pictures.keep(admin.tenantId, mediaId, body, fileName, rename);
    return { imageId: picture.mediaId, fileName: picture.fileName, mimeType: picture.mimeType, size: picture.size };
  }

  /** Takes the one place of the window, and begins. The answer shows the steps; they go on by themselves. */
  @Post()
  @HttpCode(202)
  publish(
    @Admin() admin: SignedInAdmin,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: PublishBot,
    @IdempotencyKey() key: string,
  ) {
    return this.bots.publish(admin, id, request, key);
  }

  /** After it failed or was cancelled: its draft is deleted. To try it again, publish. */
  @Post('discard')
  @HttpCode(200)
  discard(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    return this.bots.discard(admin, id, key);
  }

  /** Before it is published: what was done is taken back. */
  @Post('cancel')
  @HttpCode(202)
  cancel(@Admin() admin: SignedInAdmin, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string) {
    return this.bots.cancel(admin, id, key);
  }
}
