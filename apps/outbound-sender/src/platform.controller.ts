import { Controller, Inject } from '@nestjs/common';
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { PLATFORM_SIGNS, PLATFORM_TEMPLATES, type PlatformSign, type TemplateList, type TemplatesRequest } from '@madoguchi/contracts';
import { Counter, LOGGER, type Logger } from '@madoguchi/service-kit';
import type { listTemplates, showSign } from '@madoguchi/use-cases';
import { LIST_TEMPLATES, SHOW_SIGN } from './tokens.js';

const signs = new Counter({ name: 'madoguchi_signs_total', help: 'Typing and read marks by outcome', labelNames: ['kind', 'outcome'] });

/** What others ask of the platforms besides sending. */
@Controller()
export class PlatformController {
  constructor(
    @Inject(SHOW_SIGN) private readonly show: ReturnType<typeof showSign>,
    @Inject(LIST_TEMPLATES) private readonly templates: ReturnType<typeof listTemplates>,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  @EventPattern(PLATFORM_SIGNS)
  async sign(@Payload() sign: PlatformSign): Promise<void> {
    const shown = await this.show(sign);
    signs.inc({ kind: sign.kind, outcome: shown.outcome });
    if (shown.outcome === 'rejected' || shown.outcome === 'failed') {
      this.log.info({ conversation: sign.conversationId, kind: sign.kind, reason: shown.reason }, 'a sign was not shown');
    }
  }

  @MessagePattern(PLATFORM_TEMPLATES)
  list(@Payload() request: TemplatesRequest): Promise<TemplateList> {
    return this.templates(request);
  }
}
