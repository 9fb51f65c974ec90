package cn.yuanlin.platform.disclosure;

import static cn.yuanlin.platform.access.Access.Level.PUBLIC;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/notices")
@Access(PUBLIC)
class NoticeController {
    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    Page<NoticeHeadline> listNotices(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return notices.list(Keyset.of(limit, after, 2));
    }

    @GetMapping("/{notice}")
    PublishedNotice readNotice(@PathVariable UUID notice) {
        return notices.find(notice)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
