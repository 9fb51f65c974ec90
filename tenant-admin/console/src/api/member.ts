import createClient from 'openapi-fetch';
import { authorisedFetch } from './client';
import type { paths } from './estate-schema';

/** An estate as its members may read it, with the caller's token. */
export const memberApi = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => authorisedFetch(request),
});
