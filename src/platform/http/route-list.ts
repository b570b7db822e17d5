import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** every route there is, as the router has it */
    listRoutes: () => ListedRoute[];
  }
  interface FastifyContextConfig {
    /** Why nobody needs to sign in for this route. */
    public?: string;
    /** The route is about the account that asks, not about a clinic, and asks for the sign-in itself. */
    ofAccount?: boolean;
  }
}

/** One route as the router has it. */
export type ListedRoute = {
  method: string;
  url: string;
  config: NonNullable<RouteOptions['config']>;
  schema: FastifySchema & { hide?: boolean };
};

/** @returns every route that is registered after this, whenever it is asked: nothing keeps a list by hand */
export const listRoutes = (server: FastifyInstance): (() => ListedRoute[]) => {
  const registered: RouteOptions[] = [];
  server.addHook('onRoute', (route) => void registered.push(route));
  // Hooks of inner scopes may still add to a route: it is read when everything is there.
  return () =>
    registered.flatMap(({ method, url, config, schema }) =>
      [method].flat().map((single) => ({ method: single, url, config: config ?? {}, schema: schema ?? {} })),
    );
};

/** Marks every route of this scope as public, for plugins that register their own. */
export const openScope = (scope: FastifyInstance, reason: string): void => {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, public: reason };
  });
};

const ofClinic = '/api/v1/clinics/:clinicId/';

/** @throws when a route says neither that it is public nor whose it is: the server does not start with one */
export const assertGuarded = (routes: readonly ListedRoute[]): void => {
  for (const { method, url, config } of routes) {
    if (url.startsWith(ofClinic) || config.public !== undefined || config.ofAccount === true) continue;
    throw new Error(`${method} ${url} is guarded by nothing: say in config.public why that is right`);
  }
};
