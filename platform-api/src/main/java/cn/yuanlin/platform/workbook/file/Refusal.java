package cn.yuanlin.platform.workbook.file;

/**
 * Why a file is not read at all (or not to its end).
 *
 * @param message a whole Chinese sentence that says what to do; never a value out of the file
 */
public record Refusal(Code code, String message) {

    /** Stable names of the reasons; part of the API. */
    public enum Code {
        TOO_LARGE("文件超过20MB。请删除图片和多余的工作表后再上传。"),
        EMPTY("文件是空的，请重新选择文件。"),
        NOT_XLSX("这不是 Excel 工作簿（.xlsx）。请下载模板填写，用 Excel 或 WPS 另存为 .xlsx 后再上传。"),
        TEXT_FILE("这是文本或网页文件（如 CSV），改了扩展名也不能读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"),
        OLD_XLS("这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"),
        ENCRYPTED("文件设了打开密码，无法读取。请取消密码后再上传。"),
        DAMAGED("文件已损坏或不完整。请用 Excel 或 WPS 打开检查，重新另存为 .xlsx 后再上传。"),
        ZIP_BOMB("文件解压后异常巨大，已拒绝读取。请下载模板重新填写。"),
        MACROS("文件含有宏，出于安全不予读取。请另存为不含宏的 .xlsx 后再上传。"),
        FORMULA("文件含有公式。请复制含公式的单元格，用“选择性粘贴—数值”粘贴回原处后再上传。"),
        EXTERNAL_LINK("文件链接了外部数据（其他工作簿、DDE 或数据连接）。请在“数据—编辑链接”中断开链接后再上传。"),
        EMBEDDED_OBJECT("文件中嵌入了对象或控件。请删除嵌入的对象后再上传。"),
        DOCTYPE("文件内部含有不允许的声明（DTD），已拒绝读取。请下载模板重新填写。"),
        TOO_MANY_COLUMNS("有工作表的列数过多。请删除模板之外的列后再上传。"),
        TOO_MANY_ROWS("工作簿的行数过多（全部工作表合计最多50000行）。请删除多余的行，或分小区上传。"),
        TOO_MANY_SHEETS("工作表过多。请只保留模板中的工作表。"),
        TOO_MUCH_TEXT("文件中的文字过多。请删除与模板无关的内容后再上传。"),
        SHEET_MISSING("缺少模板中的工作表。请下载模板，不要删除或改名工作表。");

        private final String words;

        Code(String words) {
            this.words = words;
        }

        /** The refusal in its usual words. */
        public Refusal refusal() {
            return new Refusal(this, words);
        }

        /** The refusal in words that say more than the usual ones. */
        public Refusal saying(String message) {
            return new Refusal(this, message);
        }
    }
}
