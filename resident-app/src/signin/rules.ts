export const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text);
export const isSmsCode = (text: string) => /^\d{6}$/.test(text);
export const isIdLastSix = (text: string) => /^\d{5}[\dXx]$/.test(text);
