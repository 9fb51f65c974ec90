// What committees apply for.

export const applications = {
  title: '申请',
  lead: '业委会提交或工作人员录入的申请，由社区核实。',
  copyLink: '复制申请表链接',
  caption: '等待核实的申请',
  estate: '小区',
  community: '社区',
  address: '地址',
  at: '提交时间',
  empty: '没有等待核实的申请',
  emptyLead: '把公开申请表的链接发给业委会，提交后会出现在这里。',
  verify: '去核实',
  reject: {
    act: '驳回申请',
    title: (name: string) => `驳回「${name}」的申请`,
    lead: '请写明原因，方便申请人补正。',
    effects: ['申请从待办中移除。', '业委会可以重新提交。'],
    done: (name: string) => `已驳回「${name}」的申请`,
  },
} as const;

export const apply = {
  title: '申请开通小区',
  lead: '由业委会填写，社区工作人员核实后与您联系，无需登录。',
  estateName: '小区名称',
  street: '街道',
  community: '社区',
  address: '地址',
  submit: '提交申请',
  done: '申请已提交',
  again: '再提交一份',
  pickStreetFirst: '请先选择街道',
  privacy: '请不要填写任何人的姓名、手机号或身份证号。',
} as const;
