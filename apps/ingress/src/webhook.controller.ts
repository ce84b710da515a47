import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountLookup, Age, Lookup } from './account-lookup.js';
import type { IngressAccount } from './find-account.js';
import { ACCOUNTS, ACCOUNTS_AT_PLATFORM } from './tokens.js';
import { WebhookIntake } from './webhook-intake.js';

/** A handshake of Meta's brings no message in, and tells who knows the token nothing new: to it, what was known of an account long ago is as good. */
const ageFor = ({ query }: FastifyRequest): Age =>
  (query as Readonly<Record<string, unknown>>)['hub.challenge'] === undefined ? 'recent' : 'any';

type WebhookPath = { channel: string; key: string };

/** `/webhooks/{channel}/{key}`: the key is issued with the account, and nobody can guess it. */
@Controller('webhooks')
export class WebhookController {
  constructor(
    @Inject(ACCOUNTS) private readonly accounts: AccountLookup,
    @Inject(WebhookIntake) private readonly intake: WebhookIntake,
  ) {}

  @Get(':channel/:key')
  handshake(@Param() path: WebhookPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.receive(path, request, reply, ageFor(request));
  }

  @Post(':channel/:key')
  deliver(@Param() path: WebhookPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.receive(path, request, reply);
  }

  private receive({ channel, key }: WebhookPath, request: FastifyRequest, reply: FastifyReply, age?: Age): Promise<void> {
    const find = async (type: Parameters<AccountLookup>[0]) => {
      const account = await this.accounts(type, key, age);
      return account ? [account] : [];
    };
    return this.intake.receive(channel, find, request, reply);
  }
}

/**
 * `/clientweb/fb/webhook/{page id}`: the address that older guides for Messenger give; the page is known by its id, the sender by the
 * signature. It is the address of one page: what the body says of another one is kept unread, with the reason.
 */
@Controller('clientweb/fb/webhook')
export class PageWebhookController {
  constructor(
    @Inject(ACCOUNTS_AT_PLATFORM) private readonly atPlatform: Lookup<readonly IngressAccount[]>,
    @Inject(WebhookIntake) private readonly intake: WebhookIntake,
  ) {}

  @Get(':pageId')
  handshake(@Param('pageId') pageId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.receive(pageId, request, reply, ageFor(request));
  }

  @Post(':pageId')
  deliver(@Param('pageId') pageId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.receive(pageId, request, reply);
  }

  private receive(pageId: string, request: FastifyRequest, reply: FastifyReply, age?: Age): Promise<void> {
    const find = async (type: Parameters<AccountLookup>[0]) => (await this.atPlatform(type, pageId, age)) ?? [];
    return this.intake.receive('messenger', find, request, reply, 'quarantined');
  }
}
