/** What went wrong, why, and what to do next. */
export const problem = {
  comma: '，',
  requestId: (id: string) => `请求编号 ${id}`,
  requestIdLabel: '请求编号',
  offline: { what: '网络已断开', why: '电脑没有连上网络。', next: '请检查网线或无线网络，恢复后重试。' },
  noNetwork: {
    what: '没有连上服务器',
    why: '请求没有送达，可能是网络不稳或服务正在重启。',
    next: '请稍等片刻再试。',
  },
  noAnswer: {
    what: '服务器 30 秒没有回应',
    why: '它可能正忙。',
    next: '请稍等片刻再试；刚才的操作可能已经完成，请先看一眼列表。',
  },
  fault: {
    what: '服务器出了故障',
    why: '这不是您的操作造成的。',
    next: '请稍后再试；一直如此，请联系平台管理员。',
  },
  refused: { what: '没有办成', why: '服务器拒绝了这次操作。', next: '请核对内容后再试。' },
  /** Where there is something better to do than what its status suggests. */
  nextByType: {
    '/problems/passphrase-not-taken':
      '请业委会成员登录，在“我的小区”抄下归档口令，再来归档。实在无法取得时，可以仍然归档：这会记入操作记录。',
    '/problems/archive-not-fetched':
      '请先下载归档，原样交给业委会，再来删除。确定不需要这份归档时，可以仍然删除：这会记入操作记录。',
    '/problems/archive-differs': '请删去刚保存的文件，重新下载。',
    '/problems/workbook-gone': '请点“重新上传”，再上传一次工作簿。',
    '/problems/committee-account-in-use': '本人忘记密码，请平台运维人员两人核实身份后重置。',
  } as Record<string, string>,
  byStatus: {
    400: { what: '填写的内容有误', why: '有的内容不符合要求。', next: '请按提示修改后再提交。' },
    401: { what: '登录已过期', why: '长时间没有操作，或已在别处退出。', next: '请重新登录。' },
    403: {
      what: '没有权限',
      why: '这不在您所属机构的范围内。',
      next: '如需办理，请联系上级街道或平台管理员。',
    },
    404: { what: '没有找到', why: '它可能已被删除，或不在您的管辖范围。', next: '请回到列表核对。' },
    409: {
      what: '现在不能这样做',
      why: '它的状态已经变了，可能有人先办理过。',
      next: '请刷新页面，看清现在的状态再决定。',
    },
    412: { what: '内容已被别人改过', why: '您看到的不是最新内容。', next: '请刷新页面后再改。' },
    413: { what: '文件太大', why: '超过了 20 MB。', next: '请删去图片或多余的工作表后再上传。' },
    415: {
      what: '文件类型不对',
      why: '只接受 .xlsx 工作簿。',
      next: '请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
    },
    422: { what: '填写的内容有误', why: '有的内容不符合要求。', next: '请按提示修改后再提交。' },
    429: { what: '操作太快了', why: '短时间内请求过多。', next: '请等一分钟再试。' },
    503: { what: '服务暂时不可用', why: '可能正在维护或重启。', next: '请稍等片刻再试。' },
    504: { what: '服务器没有及时回应', why: '它可能正忙。', next: '请稍等片刻再试。' },
  } as Record<number, { what: string; why: string; next: string }>,
} as const;
