package cn.yuanlin.gateway.route;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param tenantAdminUrl base address of tenant-admin
 * @param file where the last table is kept
 * @param pollEvery pause between two questions, give or take a fifth
 * @param memberPaths paths below an estate that are for its members only, see {@link MemberPaths}
 */
@ConfigurationProperties("yuanlin.gateway.route")
record RouteSettings(URI tenantAdminUrl, Path file, Duration pollEvery, List<String> memberPaths) {}
