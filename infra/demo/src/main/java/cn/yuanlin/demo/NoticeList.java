package cn.yuanlin.demo;

import cn.yuanlin.demo.EstateBook.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads notices: a line {@code = 日期 标题}, then paragraphs. */
final class NoticeList {
    private NoticeList() {}

    static List<Notice> read(String resource) {
        var notices = new ArrayList<Notice>();
        for (var line : Lines.of(resource)) {
            if (line.startsWith("=")) {
                var parts = line.substring(1).strip().split(" ", 2);
                notices.add(new Notice(parts[1], "", LocalDate.parse(parts[0])));
            } else {
                var last = notices.removeLast();
                var body = last.body().isEmpty() ? line : last.body() + "\n" + line;
                notices.add(new Notice(last.title(), body, last.on()));
            }
        }
        return notices;
    }
}
