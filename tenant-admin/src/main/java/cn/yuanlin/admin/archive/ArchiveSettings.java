package cn.yuanlin.admin.archive;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where exports lie and how long archived estates are kept.
 *
 * @param directory of the exports, each encrypted to its committee by the cell
 * @param grace from archiving until deletion is allowed
 */
@ConfigurationProperties("yuanlin.archive")
record ArchiveSettings(
        @DefaultValue("archive") Path directory,
        @DefaultValue("30d") Duration grace) {}
