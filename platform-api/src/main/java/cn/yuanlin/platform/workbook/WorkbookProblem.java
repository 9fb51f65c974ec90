package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.shared.ProblemType;
import org.springframework.http.HttpStatus;

/** What the cell refuses about workbooks. */
final class WorkbookProblem {
    static final ProblemType TOO_LARGE =
            new ProblemType("workbook-too-large", HttpStatus.CONTENT_TOO_LARGE, "文件太大", "文件超过20MB。请删除图片和多余的工作表后再上传。");
    static final ProblemType BUSY =
            new ProblemType("workbook-busy", HttpStatus.SERVICE_UNAVAILABLE, "正在处理其他工作簿", "正在处理其他小区的工作簿，请稍后再试。");
    static final ProblemType OVERTAKEN =
            new ProblemType("workbook-overtaken", HttpStatus.CONFLICT, "工作簿已被替换", "同一工作簿正在被另一次上传替换，请重新上传。");
    static final ProblemType ESTATE_OPEN =
            new ProblemType("estate-already-open", HttpStatus.CONFLICT, "小区已经开通", "小区已经开通，不能再上传上线工作簿。");
    static final ProblemType NOT_STAGED =
            new ProblemType("workbook-not-found", HttpStatus.NOT_FOUND, "没有找到工作簿", "没有找到这个工作簿，请重新上传。");
    static final ProblemType UNREADABLE =
            new ProblemType("workbook-unreadable", HttpStatus.CONFLICT, "工作簿无法读取", "工作簿无法读取，请按检查结果修改后重新上传。");
    static final ProblemType NOT_IMPORTABLE =
            new ProblemType("workbook-not-importable", HttpStatus.CONFLICT, "工作簿还有错误", "工作簿还有错误，请按检查结果修改后重新上传。");
    static final ProblemType WITHOUT_SCHEMA =
            new ProblemType("estate-without-schema", HttpStatus.CONFLICT, "小区还没有准备好", "小区的数据空间还没有建立，暂时不能导入。");
    static final ProblemType ALREADY_IMPORTED =
            new ProblemType("estate-already-imported", HttpStatus.CONFLICT, "小区已经导入过", "这个小区已经用另一个工作簿导入过，不能再次导入。");
    static final ProblemType ROLL_TOO_LARGE =
            new ProblemType("roll-file-too-large", HttpStatus.CONTENT_TOO_LARGE, "文件太大", "名册文件超过5MB。请删除图片和多余的工作表后再上传。");
    static final ProblemType NO_ROLL =
            new ProblemType("estate-without-roll", HttpStatus.CONFLICT, "还没有名册", "小区还没有名册，或正在升级，请稍后再试。");
    static final ProblemType NOT_PREVIEWED =
            new ProblemType("roll-preview-not-found", HttpStatus.NOT_FOUND, "没有找到预览", "没有找到这次预览，它可能已应用或已过期，请重新上传名册。");
    static final ProblemType ROLL_MOVED =
            new ProblemType("roll-moved", HttpStatus.CONFLICT, "名册已有新的变更", "预览之后名册已有新的变更，请重新上传并核对差异。");
    static final ProblemType ROLL_UNCHANGED =
            new ProblemType("roll-import-changes-nothing", HttpStatus.CONFLICT, "没有变化", "上传的名册与现在的名册相同，没有需要应用的变更。");

    static final ProblemType ROLL_MOVED_ON =
            new ProblemType("roll-moved-on", HttpStatus.CONFLICT, "名册刚有新的变更", "导出时名册刚好有新的变更，请重新导出。");
    static final ProblemType TOO_MANY_EXPORTS =
            new ProblemType("too-many-roll-exports", HttpStatus.TOO_MANY_REQUESTS, "导出次数过多", "您今天导出名册的次数已达上限，请明天再试。");

    private WorkbookProblem() {}
}
