import { answer, api } from '@/api/client';
import type { Overview } from '@/api/types';

export function fetchOverview(): Promise<Overview> {
  return answer(api.GET('/api/platform/overview'));
}
