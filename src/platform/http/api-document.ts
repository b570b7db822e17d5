import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { documentationPolicy } from './content-security-policy.ts';
import { problemSchema } from './problem-response.ts';
import { openScope } from './route-list.ts';

type Transform = typeof jsonSchemaTransform;
type RouteSchema = { params?: z.ZodObject; response?: Record<string, unknown>; hide?: boolean } & object;

/** Adds what every route has and none should repeat: the problem answer, and the parameters of its prefix. */
const transform: Transform = (input) => {
  const schema = (input.schema ?? {}) as RouteSchema;
  const names = [...input.url.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const known = schema.params?.shape ?? {};
  const missing = names.filter((name) => !(name in known));
  const params =
    missing.length === 0
      ? schema.params
      : z.object({ ...Object.fromEntries(missing.map((name) => [name, z.string()])), ...known });
  const complete = {
    ...schema,
    ...(params === undefined ? {} : { params }),
    response: { ...schema.response, default: problemSchema.describe('a problem (RFC 9457)') },
  };
  return jsonSchemaTransform({ ...input, schema: complete });
};

/** OpenAPI 3.1 at `/api/v1/openapi.json`, made from the routes' own schemas, and a page to try it at `/api/docs`. */
export const documentApi = async (server: FastifyInstance, publicUrl: string): Promise<void> => {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Frontdesk',
        version: '1',
        description:
          'The telephone and message desk of a clinic. Get a token at `POST /api/v1/auth/token` and send it as a bearer token.',
      },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform,
  });
  await server.register(async (scope) => {
    openScope(scope, 'The API document is the same for everybody and holds no data of a clinic.');
    await scope.register(swaggerUi, {
      routePrefix: '/api/docs',
      uiConfig: { deepLinking: true },
      // The bar on top would carry another project's name.
      theme: {
        title: 'Frontdesk API',
        css: [{ filename: 'frontdesk.css', content: '.swagger-ui .topbar { display: none }' }],
      },
      staticCSP: documentationPolicy,
    });
    scope.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  });
};
