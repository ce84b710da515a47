import type { FastifyInstance } from 'fastify';
import { ControlProblem } from '../platform.js';
import type { World } from '../world.js';

/** encodeURIComponent refuses them. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

const SHOWN_IN_PLACE = /^(image\/(jpeg|png|gif|webp)|video\/mp4|audio\/(mp4|mpeg|ogg))$/;

/** `GET /api/media/{id}`: a file as the customer's phone has it. Nothing in it can act on the page's origin. */
export const serveMedia = (app: FastifyInstance, { media }: World): void => {
  app.get<{ Params: { id: string } }>('/api/media/:id', async (request, reply) => {
    const file = media.find(request.params.id);
    if (!file) throw new ControlProblem(404, 'no such file', 'There is no such file.');
    const inPlace = SHOWN_IN_PLACE.test(file.mimeType);
    return reply
      .type(inPlace ? file.mimeType : 'application/octet-stream')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header(
        'content-disposition',
        inPlace ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(file.name.replace(LONE_SURROGATES, '\ufffd'))}`,
      )
      .send(media.read(file));
  });
};
