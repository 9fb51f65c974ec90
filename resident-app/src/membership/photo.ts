import { MINI_PROGRAM } from '@/platform/platform';

interface Photo {
  path: string;
  file: unknown;
}

/** The bytes of a photo the person picks; null when they change their mind. */
export async function pickPhoto(): Promise<ArrayBuffer | null> {
  const photo = await pick();
  if (photo === null) return null;
  return MINI_PROGRAM ? readInWechat(photo.path) : (photo.file as File).arrayBuffer();
}

function pick(): Promise<Photo | null> {
  return new Promise((resolve, reject) => {
    uni.chooseImage({
      count: 1,
      sizeType: ['compressed'],
      success: ({ tempFilePaths, tempFiles }) => {
        const path = (tempFilePaths as string[])[0];
        resolve(path ? { path, file: (tempFiles as unknown[])[0] } : null);
      },
      fail: ({ errMsg }: { errMsg: string }) =>
        /cancel/.test(errMsg) ? resolve(null) : reject(new Error(errMsg)),
    });
  });
}

function readInWechat(filePath: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    uni.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: ({ errMsg }: { errMsg: string }) => reject(new Error(errMsg)),
    });
  });
}
