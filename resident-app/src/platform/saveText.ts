import { MINI_PROGRAM } from './platform';

/** Hands a text to the person: as a file where there are files, in WeChat to paste it elsewhere. */
export function saveText(fileName: string, text: string): Promise<void> {
  return MINI_PROGRAM ? copy(text) : Promise.resolve(download(fileName, text));
}

function copy(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    uni.setClipboardData({
      data: text,
      success: () => resolve(),
      fail: () => reject(new Error('not copied')),
    });
  });
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
