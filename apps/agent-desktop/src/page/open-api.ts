import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The API described by itself at `/api/openapi.json`. Answers are typed in `@madoguchi/contracts`, `desk-api.ts`. */
export const describeApi = (app: NestFastifyApplication): void => {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Madoguchi desk')
    .setDescription(
      'Errors are problem details (RFC 9457). Commands need an Idempotency-Key. Live updates: WebSocket at /api/v1/live?after=<position>.',
    )
    .setVersion('1')
    .addCookieAuth('madoguchi_session')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, description);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.send(document));
};
