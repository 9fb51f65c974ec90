/** What went wrong, why, and what to do next. */
export const problem = {
  requestId: (id: string) => `请求编号 ${id}`,
  offline: { what: '网络已断开', why: '手机没有联网。', next: '请打开 Wi-Fi 或移动数据后再试。' },
  noConnection: {
    what: '没有连上服务器',
    why: '网络不稳，或服务正在重启。',
    next: '请稍等片刻再试。',
  },
  noAnswer: {
    what: '服务器没有及时回应',
    why: '它可能正忙。',
    next: '刚才的操作可能已经完成，请先看一眼再重试。',
  },
  ours: { what: '这一页出了故障', why: '这不是您的操作造成的。', next: '请返回后再试。' },
  fault: {
    what: '服务器出了故障',
    why: '这不是您的操作造成的。',
    next: '请稍后再试；一直如此，请联系业委会或社区。',
  },
  refused: { what: '没有办成', why: '服务器拒绝了这次操作。', next: '请核对内容后再试。' },
  /** Where there is something better to do than what its status suggests. */
  proveAgain: '重新核验身份',
  nextByType: {
    '/problems/estate-suspended': '小区暂停办理，内容可以查看；恢复时间请问社区。',
    '/problems/reverification-needed': '请点下面的按钮，填写身份证后六位；也可以请业委会核实。',
    '/problems/phone-proof-needed': '请获取验证码，填写后再试。',
  } as Record<string, string>,
  byStatus: {
    400: { what: '填写的内容有误', why: '有的内容不符合要求。', next: '请按提示修改后再提交。' },
    401: { what: '登录已过期', why: '长时间没有使用，或已在别处退出。', next: '请重新登录。' },
    403: { what: '还不能看这一页', why: '您在这个小区没有相应的身份。', next: '请先绑定房屋。' },
    404: { what: '没有找到', why: '它可能已被撤下，或不对您开放。', next: '请返回上一页。' },
    409: {
      what: '现在不能这样做',
      why: '它的状态已经变了。',
      next: '请刷新后看清现在的状态再决定。',
    },
    413: { what: '照片太大', why: '超过了 12 MB。', next: '请换一张小一些的照片。' },
    415: { what: '文件类型不对', why: '只接受照片和 PDF。', next: '请换一个文件。' },
    422: { what: '填写的内容有误', why: '有的内容不符合要求。', next: '请按提示修改后再提交。' },
    429: { what: '操作太快了', why: '短时间内次数过多。', next: '请等一会儿再试。' },
    503: { what: '服务暂时不可用', why: '可能正在维护或重启。', next: '请稍等片刻再试。' },
    504: { what: '服务器没有及时回应', why: '它可能正忙。', next: '请稍等片刻再试。' },
  } as Record<number, { what: string; why: string; next: string }>,
} as const;
