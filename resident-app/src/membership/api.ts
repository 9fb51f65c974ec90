import { call } from '@/api/client';
import type { BindingForm } from '@/api/types';
import { session } from '@/session/session';

const withMembership = async <T>(done: T): Promise<T> => {
  // The token names the estates one belongs to: a new one is needed to be let in.
  await session.renew();
  return done;
};

export async function bindUnit(slug: string, form: BindingForm) {
  return withMembership(await call('post', '/api/estates/{slug}/bindings', { path: { slug }, body: form }));
}

export async function joinAsGuest(slug: string) {
  return withMembership(await call('post', '/api/estates/{slug}/guests', { path: { slug } }));
}

export async function acceptInvitation(slug: string, code: string, name: string) {
  return withMembership(
    await call('post', '/api/estates/{slug}/invitations/{code}/acceptance', {
      path: { slug, code },
      body: { name },
    }),
  );
}

export const listMembers = async (slug: string, unit: string) =>
  (await call('get', '/api/estates/{slug}/me/units/{unit}/members', { path: { slug, unit } })).items;

export const removeMember = (slug: string, unit: string, membership: string) =>
  call('delete', '/api/estates/{slug}/me/units/{unit}/members/{membership}', {
    path: { slug, unit, membership },
  });

export const inviteToUnit = (
  slug: string,
  unit: string,
  relation: 'FAMILY' | 'TENANT',
  until: string | null,
) =>
  call('post', '/api/estates/{slug}/me/units/{unit}/invitations', {
    path: { slug, unit },
    body: { relation, until: until ?? undefined },
  });

/** Hands a photo to whoever decides about the binding. */
export async function addEvidence(slug: string, binding: string, photo: ArrayBuffer): Promise<void> {
  const { id } = await call('post', '/api/estates/{slug}/media', { path: { slug }, body: photo });
  await call('post', '/api/estates/{slug}/bindings/{membership}/evidence', {
    path: { slug, membership: binding },
    body: { media: id },
  });
}
