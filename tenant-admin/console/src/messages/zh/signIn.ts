/** Signing in and out. */
export const signIn = {
  completing: '正在完成登录…',
  failed: '没有登录成功',
  failedLead: '可能是登录页停留过久，或登录服务暂时没有回应。请重新登录；多次不成功，请联系平台管理员。',
  again: '重新登录',
  signedOut: '您已退出登录',
  signedOutLead: '在公用电脑上，请同时关闭浏览器窗口。',
  noOffice: '您的账号还没有分配机构或小区',
  noOfficeLead:
    '已登录，但名下没有街道、社区或平台职责，也没有加入任何小区。请联系上级街道、社区或平台管理员添加，然后重新登录。',
} as const;
