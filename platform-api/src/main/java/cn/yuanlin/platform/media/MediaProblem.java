package cn.yuanlin.platform.media;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.yuanlin.platform.shared.ProblemException;
import cn.yuanlin.platform.shared.ProblemType;

/** What media can be refused for. */
final class MediaProblem {
    static final ProblemType TOO_LARGE =
            new ProblemType("media-too-large", CONTENT_TOO_LARGE, "文件太大", "文件不能超过12MB，请压缩后上传。");
    static final ProblemType REFUSED =
            new ProblemType("media-refused", UNPROCESSABLE_CONTENT, "不能上传此文件", "不能上传此文件，请换一个文件。");
    static final ProblemType TOO_MANY_LOOSE =
            new ProblemType("too-many-uploads", CONFLICT, "上传的文件太多", "您有较多已上传但未提交的文件，请先提交，或明天再上传。");
    static final ProblemType BUSY = new ProblemType("media-busy", SERVICE_UNAVAILABLE, "正在处理其他图片", "正在处理其他人的图片，请稍后再试。");

    private static final int RETRY_SECONDS = 5;

    private MediaProblem() {}

    static ProblemException busy() {
        return BUSY.problem().retryAfter(RETRY_SECONDS).raise();
    }
}
