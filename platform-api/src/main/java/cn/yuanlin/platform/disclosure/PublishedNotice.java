package cn.yuanlin.platform.disclosure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A notice to read.
 *
 * @param body plain text, paragraphs separated by line breaks
 */
record PublishedNotice(UUID id, String title, String body, String publisher, LocalDate publishedOn) {
    static PublishedNotice of(Notice notice) {
        return new PublishedNotice(
                notice.id(), notice.title(), notice.body(), notice.publisher(), notice.publishedOn());
    }
}
