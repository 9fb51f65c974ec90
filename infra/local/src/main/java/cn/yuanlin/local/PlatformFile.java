package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code platform.json}: what scripts and tests need to know about a running platform, there from the moment all is
 * ready until it stops. Holds demo passwords: 0600.
 */
final class PlatformFile {
    static final String NAME = "platform.json";

    private PlatformFile() {}

    static void write(Platform platform, List<Account> accounts) {
        var gateway = platform.gatewayUrl();
        var content = new LinkedHashMap<String, Object>();
        content.put("gateway", gateway);
        content.put("console", gateway + "/console/");
        content.put("residentApp", gateway + "/");
        content.put("keycloak", platform.keycloak().url());
        content.put("issuer", platform.keycloak().issuer());
        content.put("wechat", platform.wechat().url());
        content.put("tokenClient", "demo-cli");
        content.put(
                "prometheus",
                platform.services().map(ServiceProcess::metricsUrl).toList());
        content.put("accounts", accounts);
        content.put(
                "cells",
                platform.cells().stream().map(cell -> cell(platform, cell)).toList());
        content.put("pgUrl", platform.postgres().url("postgres"));
        content.put("pids", platform.processes());
        write(
                platform.folder().resolve(NAME),
                Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    }

    private static LinkedHashMap<String, String> cell(Platform platform, String code) {
        var cell = new LinkedHashMap<String, String>();
        cell.put("code", code);
        cell.put("url", platform.service("platform-api-" + code).url());
        cell.put("databaseUrl", platform.postgres().url("cell_" + code));
        return cell;
    }

    private static void write(Path file, String text) {
        try {
            // Whoever waits for the file must never see half of it.
            var unfinished = file.resolveSibling(NAME + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text + "\n");
            Folders.move(unfinished, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
