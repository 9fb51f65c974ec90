// What every page says: acts, fields, lists, dates.

export const none = '—';

export const product = '缘邻';

export const productLine = '管理台';

export const titleOf = (page: string) => `${page} · 缘邻管理台`;

export const format = {
  year: (y: number) => `${y}年`,
  day: (month: number, day: number) => `${month}月${day}日`,
  justNow: '刚刚',
  minutesAgo: (n: number) => `${n} 分钟前`,
  milliseconds: (n: number) => `${n} 毫秒`,
  seconds: (n: string) => `${n} 秒`,
  minutesSeconds: (min: number, s: number) => `${min} 分 ${s} 秒`,
} as const;

export const act = {
  retry: '重新加载',
  close: '关闭',
  cancel: '取消',
  save: '保存',
  copied: '已复制',
  next: '下一页',
  previous: '上一页',
  first: '回到第一页',
  clearFilters: '清除筛选',
  skip: '跳到正文',
} as const;

export const chart = { table: '看数据', picture: '看图' } as const;

export const field = {
  required: (label: string) => `请填写${label}`,
  choose: (label: string) => `请选择${label}`,
  tooLong: (label: string, max: number) => `${label}最多 ${max} 个字`,
  reason: '原因',
  reasonHint: '会记入操作记录，相关机构看得到。',
  reasonRequired: '请写明原因',
  typedMismatch: '与小区网址名不一致',
} as const;

export const list = {
  and: '、',
  semicolon: '；',
  page: (n: number) => `第 ${n} 页`,
  label: '翻页',
  loading: '正在加载',
  exporting: (n: number) => `正在导出，已读取 ${n} 行`,
  exportAs: '导出表格',
  exported: (n: number) => `已导出 ${n} 行`,
  exportCut: (n: number) => `已导出前 ${n} 行；请缩小筛选范围分次导出`,
} as const;

export const secret = {
  lead: '只显示这一次。请当面或电话告知本人，首次登录时必须修改。',
  username: '用户名',
  password: '一次性密码',
  kept: '已转告，关闭',
  copyBoth: '复制用户名和密码',
} as const;
