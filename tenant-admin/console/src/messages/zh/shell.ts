// The frame around the pages.

export const shell = {
  menu: '打开菜单',
  nav: '主导航',
  groups: { area: '街道社区', platform: '平台', member: '小区' },
  overview: '总览',
  estates: '小区',
  onboarding: '新小区上线',
  applications: '申请',
  offices: '机构与人员',
  audit: '操作记录',
  cells: '单元',
  rollouts: '升级',
  signOut: '退出登录',
  account: '账号',
  platformAdmin: '平台管理员',
  theme: { label: '外观', system: '跟随系统', light: '浅色', dark: '深色' },
  shortcuts: '键盘快捷键',
  offline: '网络已断开。已填写的内容保留在本机，恢复连接后可继续。',
  expired: {
    title: '登录已过期',
    lead: '为保护数据，需要重新登录。登录后回到当前页面，已填写的内容不会丢失。',
    act: '重新登录',
  },
} as const;

export const keys = {
  title: '键盘快捷键',
  search: '聚焦搜索框',
  create: '本页的主要操作',
  help: '打开本说明',
  close: '关闭侧栏或对话框',
  rows: '在列表行间移动',
  open: '打开选中的行',
  go: (page: string) => `前往「${page}」`,
  createKey: 'n',
} as const;

export const notFound = {
  title: '没有这个页面',
  lead: '地址可能已变更，或输入有误。',
  home: '回到总览',
} as const;
