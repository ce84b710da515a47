import { Controller, Headers, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { botSignature, SIGNATURE_HEADER } from '@madoguchi/bots';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { takeLaterAnswer } from './take-later-answer.js';
import { TAKE_LATER_ANSWER } from './tokens.js';

/** What bots tell by themselves. */
@Controller('bots')
export class BotCallsController {
  constructor(@Inject(TAKE_LATER_ANSWER) private readonly take: ReturnType<typeof takeLaterAnswer>) {}

  @Post(':id/answers')
  @HttpCode(202)
  async answer(
    @Param('id', ParseUUIDPipe) botId: string,
    @Headers(SIGNATURE_HEADER) signature: string | undefined,
    @Req() { body }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { secret } = await this.take({ botId, signature, body: body as Buffer });
    const taken = Buffer.from('{}');
    await reply
      .status(202)
      .header('content-type', 'application/json')
      .header(SIGNATURE_HEADER, botSignature(secret, taken, new Date()))
      .send(taken);
  }
}
