import { mount, type ComponentMountingOptions } from '@vue/test-utils';
import { createPinia } from 'pinia';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

const page = { template: '<div />' };
const names = [
  'overview',
  'estates',
  'estate',
  'onboarding',
  'onboarding-estate',
  'public-estate',
  'audit',
  'apply',
  'my-estate',
  'roll',
  'roll-import',
  'roll-versions',
  'roll-objections',
  'roll-unit',
  'roll-change',
  'binding-requests',
  'officers',
  'standing',
  'disclosures',
  'staff',
  'estate-audit',
];

/** Mounts a component with a router that knows the names of the pages, as the console would. */
export async function mountPage<C extends Component>(
  component: C,
  options: ComponentMountingOptions<C> = {},
  at = '/',
) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      ...names.map((name) => ({ path: `/${name}/:estate?/:slug?/:unit?`, name, component: page })),
    ],
  });
  await router.push(at);
  const wrapper = mount(component, {
    attachTo: document.body,
    ...options,
    global: { plugins: [router, createPinia()], ...options.global },
  } as ComponentMountingOptions<C>);
  return { wrapper, router };
}

/** Answers requests from a table of "METHOD /path" to a body, or to a function of the request. */
export function answering(table: Record<string, unknown>) {
  const asked: string[] = [];
  const fetch = async (input: Request): Promise<Response> => {
    const url = new URL(input.url);
    const key = `${input.method} ${url.pathname}`;
    asked.push(key + url.search);
    const found = table[key];
    const body =
      typeof found === 'function' ? await (found as (r: Request, u: URL) => unknown)(input, url) : found;
    if (body instanceof Response) return body;
    if (body === undefined) return problem(404, {});
    return Response.json(body);
  };
  return { fetch, asked };
}

export function problem(status: number, body: object): Response {
  return new Response(JSON.stringify({ type: '/problems/x', title: '', status, ...body }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'req-1' },
  });
}
