package cn.yuanlin.platform.media.file;

/** Why a file is not taken, in words for whoever chose it. */
public enum Refusal {
    UNKNOWN_KIND("只能上传JPEG、PNG、WebP图片或PDF文件。"),
    HEIC("暂不支持HEIC格式，请在手机相机设置中选择“兼容性最佳”，或截图后上传。"),
    DAMAGED("文件已损坏或不完整，请重新选择后上传。"),
    UNSUPPORTED_PICTURE("这种图片格式较特殊（如动图、印刷用图），请另存为普通JPEG或PNG后上传。"),
    TOO_MANY_PIXELS("图片尺寸过大，请缩小后上传（最长边不超过20000像素，总像素不超过4000万）。"),
    TWO_KINDS("文件中夹带了其他内容，不能上传。请重新拍照或另存后再试。"),
    ENCRYPTED("不能上传加密的PDF，请去掉密码后再试。"),
    ACTIVE_CONTENT("PDF中含有脚本、附件或可执行内容，不能上传。请打印为新的PDF后再试。");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    RefusedFile because() {
        return new RefusedFile(this);
    }
}
