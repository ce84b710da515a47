import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ProblemException } from '@madoguchi/service-kit';
import { sessionTokenOf } from '@madoguchi/sign-in';
import type { FastifyRequest } from 'fastify';
import { Needs, WithoutSignIn } from '../needs.js';
import { Admin, IdempotencyKey, type SignedInAdmin } from '../signed-in.js';
import { FillInFormBody, SendFormBody } from './requests.js';
import { SentForms } from './sent-forms.service.js';

interface SecretOfLink {
  readonly secret: string;
}

/** What stands behind the # of the link, as `Authorization: Bearer …`: a URL would be written into logs. */
const LinkSecret = createParamDecorator((_: unknown, context: ExecutionContext): SecretOfLink => {
  const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  const secret = sessionTokenOf({ authorization });
  if (!secret) throw new ProblemException(401, 'no-secret', 'Send what stands behind the # of the link as Authorization: Bearer.');
  return { secret };
});

/** "Send this form to a colleague": by who administers the account. */
@Controller('api/v1/integration-accounts/:accountId/forms')
export class SentFormsController {
  constructor(@Inject(SentForms) private readonly forms: SentForms) {}

  @Get()
  @Needs('integration-accounts.change')
  async list(@Admin() admin: SignedInAdmin, @Param('accountId', ParseUUIDPipe) accountId: string) {
    return { items: await this.forms.list(admin, accountId) };
  }

  /** Makes a link that fills in the named fields of this account, once. It is told in this answer alone. */
  @Post()
  @Needs('integration-accounts.change')
  send(
    @Admin() admin: SignedInAdmin,
    @Param('accountId', ParseUUIDPipe) accountId: string,
    @Body() request: SendFormBody,
    @IdempotencyKey() key: string,
  ) {
    return this.forms.send(admin, accountId, request, key);
  }

  /** The link is dead from now on. */
  @Delete(':id')
  @HttpCode(200)
  @Needs('integration-accounts.change')
  withdraw(
    @Admin() admin: SignedInAdmin,
    @Param('accountId', ParseUUIDPipe) accountId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() key: string,
  ) {
    return this.forms.withdraw(admin, accountId, id, key);
  }
}

/** The colleague's side: whoever holds a link, without signing in. */
@Controller('api/v1/forms')
export class FormsController {
  constructor(@Inject(SentForms) private readonly forms: SentForms) {}

  /** What is asked, with where each of it is found. */
  @Get(':id')
  @WithoutSignIn()
  open(@Param('id', ParseUUIDPipe) id: string, @LinkSecret() { secret }: SecretOfLink) {
    return this.forms.open(id, secret, randomUUID());
  }

  /** Saves what was filled in; the link is used up by it. */
  @Post(':id/fill-in')
  @HttpCode(200)
  @WithoutSignIn()
  fillIn(
    @Param('id', ParseUUIDPipe) id: string,
    @LinkSecret() { secret }: SecretOfLink,
    @Body() request: FillInFormBody,
    @IdempotencyKey() key: string,
  ) {
    return this.forms.fillIn(id, secret, request, key);
  }
}
