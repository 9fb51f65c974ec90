import { answer, api } from '@/api/client';
import { readAll, type Everything } from '@/api/readAll';
import type { City, Office, OfficeKind, Page, Staff } from '@/api/types';

const OFFICES_AT_MOST = 2_000;

export function listOffices(after?: string, limit?: number): Promise<Page<Office>> {
  return answer(api.GET('/api/platform/offices', { params: { query: { after, limit } } }));
}

/** All offices one may see, for choosing and for the tree; bounded. */
export function readOffices(): Promise<Everything<Office>> {
  return readAll(listOffices, OFFICES_AT_MOST);
}

export interface NewOffice {
  kind: OfficeKind;
  name: string;
  city: City;
  parentId: string | null;
}

export function createOffice(body: NewOffice): Promise<Office> {
  return answer(api.POST('/api/platform/offices', { body }));
}

export function renameOffice(office: string, name: string) {
  return answer(
    api.PATCH('/api/platform/offices/{office}', { params: { path: { office } }, body: { name } }),
  );
}

export function listStaff(office: string, after?: string): Promise<Page<Staff>> {
  return answer(
    api.GET('/api/platform/offices/{office}/staff', { params: { path: { office }, query: { after } } }),
  );
}

export function addStaff(office: string, body: { username: string; name: string }) {
  return answer(api.POST('/api/platform/offices/{office}/staff', { params: { path: { office } }, body }));
}

export function removeStaff(office: string, staff: string) {
  return answer(
    api.DELETE('/api/platform/offices/{office}/staff/{staff}', { params: { path: { office, staff } } }),
  );
}
