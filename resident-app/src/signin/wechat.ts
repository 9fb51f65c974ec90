import { isProblem } from '@/api/problem';
import type { SessionGiven } from '@/api/types';
import { signInByWechat } from './api';

/** Signed in, or WeChat must hand over the phone number first. */
export type WechatOutcome = { kind: 'in'; given: SessionGiven } | { kind: 'phone-needed' };

/** Signs in with the WeChat account that is open. Each login code is good once: every try fetches its own. */
export async function tryWechat(phoneCode?: string): Promise<WechatOutcome> {
  try {
    return { kind: 'in', given: await signInByWechat(await loginCode(), phoneCode) };
  } catch (error) {
    if (isProblem(error, 'phone-needed')) return { kind: 'phone-needed' };
    throw error;
  }
}

function loginCode(): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.login({
      provider: 'weixin',
      success: ({ code }) => resolve(code),
      fail: () => reject(new Error('no login code')),
    });
  });
}
