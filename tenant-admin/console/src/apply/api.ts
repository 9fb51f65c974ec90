import { answer, api } from '@/api/client';

/** Streets and communities by name; anybody may read them. */
export async function readApplicationOffices() {
  const { items } = await answer(api.GET('/api/platform/application-offices'));
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
