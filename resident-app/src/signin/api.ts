import { callOpenly } from '@/api/client';
import { MINI_PROGRAM } from '@/platform/platform';

/** Sends a code; answers after how many seconds another may be asked for. */
export const sendSmsCode = async (phone: string) =>
  (await callOpenly('post', '/api/identity/sms-codes', { body: { phone } })).resendAfterSeconds;

export const signInBySms = (phone: string, code: string) =>
  callOpenly('post', '/api/identity/sessions/sms', {
    body: { phone, code, client: MINI_PROGRAM ? 'MINI_PROGRAM' : 'H5' },
  });

/** @param phoneCode from WeChat's phone button; needed the first time */
export const signInByWechat = (loginCode: string, phoneCode?: string) =>
  callOpenly('post', '/api/identity/sessions/wechat', { body: { loginCode, phoneCode } });
