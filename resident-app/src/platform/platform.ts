/** True in the build for WeChat; the other build runs in browsers. Known when building: the other branch is left out. */
export const MINI_PROGRAM = process.env.UNI_PLATFORM === 'mp-weixin';
