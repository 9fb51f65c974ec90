import { answer } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type Post = Schemas['StaffAppointment']['post'];
/** The document can't say so: null where nothing was agreed, or while in the post. */
export type StaffAppointment = Omit<Schemas['StaffAppointment'], 'until' | 'left' | 'leftBecause'> & {
  until: string | null;
  left: string | null;
  leftBecause: string | null;
};

export function listStaff(slug: string, after?: string): Promise<Page<StaffAppointment>> {
  return answer(memberApi.GET('/api/estates/{slug}/staff', { params: { path: { slug }, query: { after } } }));
}

export async function appointStaff(slug: string, body: Schemas['StaffRequest']): Promise<void> {
  await answer(memberApi.POST('/api/estates/{slug}/staff', { params: { path: { slug } }, body }));
}

export async function endPost(
  slug: string,
  appointment: string,
  body: { on: string; reason: string },
): Promise<void> {
  await answer(
    memberApi.POST('/api/estates/{slug}/staff/{appointment}/end', {
      params: { path: { slug, appointment } },
      body,
    }),
  );
}

/** Whether a post is ahead, held or over on a day. */
export function stateOfPost({ from, until, left }: StaffAppointment, day: string): 'AHEAD' | 'HELD' | 'OVER' {
  if ((left && left <= day) || (until && until < day)) return 'OVER';
  return from > day ? 'AHEAD' : 'HELD';
}
