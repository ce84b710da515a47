import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM_SIGNS, PLATFORM_TEMPLATES, type PlatformSign, type TemplateList, type TemplatesRequest } from '@madoguchi/contracts';
import { CommandUnansweredError } from '@madoguchi/jetstream';
import { ProblemException } from '@madoguchi/service-kit';
import { COMMANDS } from '../tokens.js';

/** Asks the service that talks to the platforms; see `CommandClient`. */
export interface Questioner {
  ask<Answer>(subject: string, question: object, deadlineMs: number): Promise<Answer>;
  tell(subject: string, fact: object): void;
}

/** The platform itself is asked, with a deadline of its own. */
const TEMPLATES_DEADLINE_MS = 12_000;

@Injectable()
export class PlatformQuestions {
  constructor(@Inject(COMMANDS) private readonly questioner: Questioner) {}

  /** It may get lost. */
  sign(sign: PlatformSign): void {
    this.questioner.tell(PLATFORM_SIGNS, sign);
  }

  async templates(request: TemplatesRequest): Promise<TemplateList> {
    try {
      return await this.questioner.ask<TemplateList>(PLATFORM_TEMPLATES, request, TEMPLATES_DEADLINE_MS);
    } catch (error) {
      if (!(error instanceof CommandUnansweredError)) throw error;
      throw new ProblemException(
        503,
        'not-available',
        'The service that talks to the platforms does not answer now. Try again in a moment.',
      );
    }
  }
}
