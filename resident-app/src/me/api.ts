import { call } from '@/api/client';

export const listDisclosures = async (slug: string) =>
  (await call('get', '/api/estates/{slug}/me/disclosures', { path: { slug } })).items;

/** All an estate keeps of the person. */
export const readOwnData = (slug: string) => call('get', '/api/estates/{slug}/me/data', { path: { slug } });

/** To the phone of the account; answers after how many seconds another may be asked for. */
export const sendCodeToMyPhone = async () =>
  (await call('post', '/api/identity/me/sms-codes', {})).resendAfterSeconds;

/** Good for ten minutes. */
export const showMyPhone = (code: string) => call('post', '/api/identity/me/phone-proof', { body: { code } });

/** @param code sent to the new phone */
export const changePhone = (phone: string, code: string) =>
  call('post', '/api/identity/phone-change', { body: { phone, code } });

export const isLinkedToWeChat = async () => (await call('get', '/api/identity/me/wechat', {})).linked;

/** Ends the sign-in on every device too. */
export const unlinkWeChat = () => call('delete', '/api/identity/me/wechat', {});

/** In every estate at once, or, if something holds the person anywhere, nowhere. What law keeps stays pseudonymous. */
export const closeAccount = () => call('delete', '/api/identity/me', {});
