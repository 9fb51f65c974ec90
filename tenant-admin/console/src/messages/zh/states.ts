// The platform's states in words.

export const city = { NINGBO: '宁波', HANGZHOU: '杭州' } as Record<string, string>;

export const officeKind = { STREET: '街道', COMMUNITY: '社区' } as Record<string, string>;

export const staffState = { ACTIVE: '在岗', REMOVED: '已移出' } as Record<string, string>;

export const estateState = {
  APPLIED: '待核实',
  REJECTED: '已驳回',
  VERIFIED: '已核实',
  PROVISIONING: '上线中',
  ACTIVE: '运行中',
  SUSPENDED: '已暂停',
  ARCHIVED: '已归档',
  DELETED: '已删除',
} as Record<string, string>;

export const estateStateMeaning = {
  APPLIED: '社区核实属实后，才能上线。',
  REJECTED: '申请未通过，可查看原因。',
  VERIFIED: '已核实，请上传工作簿开始上线。',
  PROVISIONING: '正在建立数据和账号。',
  ACTIVE: '居民可以正常使用。',
  SUSPENDED: '只能看，不能改；居民看到暂停说明。',
  ARCHIVED: '居民已不能访问，数据在宽限期内保留。',
  DELETED: '数据已删除，只保留操作记录。',
} as Record<string, string>;

export const health = { UP: '正常', DOWN: '异常', UNKNOWN: '未知' } as Record<string, string>;

export const runState = {
  RUNNING: '进行中',
  FAILED: '停在出错处',
  DONE: '已完成',
  COMPENSATING: '正在撤销',
  COMPENSATED: '已撤销',
} as Record<string, string>;

export const stepState = {
  PENDING: '等待',
  RUNNING: '进行中',
  DONE: '完成',
  FAILED: '出错',
  UNDONE: '已撤销',
} as Record<string, string>;

export const cellState = { OPEN: '接收新小区', FULL: '已满', DRAINING: '迁出中' } as Record<string, string>;

export const rolloutState = {
  PLANNED: '待开始',
  RUNNING: '进行中',
  PAUSED: '已暂停',
  FAILED: '停在出错处',
  DONE: '已完成',
} as Record<string, string>;
