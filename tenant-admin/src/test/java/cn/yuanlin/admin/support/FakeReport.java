package cn.yuanlin.admin.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a cell reports of a workbook: one that says "wrong" has an error, one that says "odd" a warning, one that says
 * "garbled" arrives as something else.
 */
final class FakeReport {
    private FakeReport() {}

    static Map<String, Object> of(UUID workbook, byte[] bytes) {
        var content = new String(bytes, UTF_8);
        var errors =
                content.contains("wrong") ? List.of(finding("业主", "C17", "手机", "PHONE", "业主!C17：手机号应为11位")) : List.of();
        var warnings = content.contains("odd")
                ? List.of(finding("商品", "F8", "参考价(元)", "ODD_PRICE", "商品!F8：参考价低于售价，请核对"))
                : List.of();
        var report = new LinkedHashMap<String, Object>();
        report.put("workbook", workbook.toString());
        report.put("sha256", content.contains("garbled") ? "0".repeat(64) : sha256(bytes));
        report.put("sizeBytes", bytes.length);
        report.put("sheets", List.of(Map.of("name", "业主", "rows", 12, "errors", errors.size())));
        report.put("errorCount", errors.size());
        report.put("errors", errors);
        report.put("errorsTruncated", false);
        report.put("warningCount", warnings.size());
        report.put("warnings", warnings);
        report.put("importable", errors.isEmpty());
        report.put("refused", null);
        return report;
    }

    private static Map<String, String> finding(String sheet, String at, String column, String code, String message) {
        return Map.of("sheet", sheet, "cell", at, "column", column, "code", code, "message", message);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
