import { answer, api } from '@/api/client';
import { readAll } from '@/api/readAll';

const OFFICES_AT_MOST = 2_000;

/** Streets and communities by name; anybody may read them. */
export async function readApplicationOffices() {
  const { items } = await readAll(
    (after, limit) =>
      answer(api.GET('/api/platform/application-offices', { params: { query: { after, limit } } })),
    OFFICES_AT_MOST,
  );
  return items;
}

export interface NewApplication {
  estateName: string;
  address: string;
  communityId: string;
}

export function submitApplication(body: NewApplication) {
  return answer(api.POST('/api/platform/applications', { body }));
}
