package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.WorkbookModel;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;

/** The first sheet: how to fill in the others. Not read. */
final class Instructions {
    private static final List<String> RULES = List.of(
            "橙色表头的列必填，蓝色的选填；鼠标停在表头上可以看到说明。",
            "第一格以“示例”开头的灰色行只作示范，不会导入，可以保留也可以删除。",
            "不要改动工作表的名字和表头；列的先后可以调整，不用的选填列可以空着。",
            "不能使用公式、宏、链接和嵌入的对象；从别处粘贴时请用“选择性粘贴—数值”。",
            "户号、手机、证件号码、份额等单元格是“文本”格式，请不要改成“常规”，否则会丢失数字或变成日期。",
            "全部工作表合计最多50000行，文件不超过20MB。",
            "上传后先做检查，不会写入任何数据；有错误会一次列全，并可下载标注了错误的副本。",
            "文件加密保存，只用于本小区上线；业主的手机和证件号码不会公开。");

    private Instructions() {}

    /** @param before lines that come first, such as what was found wrong */
    static void write(Sheet sheet, Looks looks, List<String> before) {
        sheet.setColumnWidth(0, 16 * 256);
        sheet.setColumnWidth(1, 100 * 256);
        var rows = new ArrayList<String[]>();
        rows.add(new String[] {"小区上线工作簿", ""});
        for (var line : before) rows.add(new String[] {"检查结果", line});
        for (int i = 0; i < RULES.size(); i++) rows.add(new String[] {"说明" + (i + 1), RULES.get(i)});
        for (SheetModel model : WorkbookModel.SHEETS) rows.add(new String[] {model.name(), model.about()});
        for (int i = 0; i < rows.size(); i++) {
            var row = sheet.createRow(i);
            var label = row.createCell(0);
            label.setCellValue(rows.get(i)[0]);
            label.setCellStyle(looks.title());
            var text = row.createCell(1);
            text.setCellValue(rows.get(i)[1]);
            text.setCellStyle(looks.plain());
        }
    }
}
