import { answer, api } from '@/api/client';
import type { Cell, Page } from '@/api/types';

export function listCells(after?: string): Promise<Page<Cell>> {
  return answer(api.GET('/api/platform/cells', { params: { query: { after } } }));
}
