import { answer, api } from '@/api/client';
import type { Cell, Page } from '@/api/types';

export function listCells(): Promise<Page<Cell>> {
  return answer(api.GET('/api/platform/cells'));
}
