package cn.yuanlin.platform.disclosure;

import java.time.LocalDate;
import java.util.UUID;

/** A notice in a list. */
record NoticeHeadline(UUID id, String title, String publisher, LocalDate publishedOn) {}
