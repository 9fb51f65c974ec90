package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script of a front end that drives Chromium, or what was built of it.
 *
 * @param folder the front end's, below the checkout
 * @param script below that, and what it is to be told first
 */
record NodeScript(String folder, String... script) {
    /** Where scripts put their pictures. */
    static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();

    /** @return what the script said; it must have ended well */
    String run(Map<String, ?> given) throws IOException, InterruptedException {
        return run(List.of(JsonMapper.shared().writeValueAsString(given)), Map.of());
    }

    /** @param environment what the script reads there */
    String runWith(Map<String, String> environment) throws IOException, InterruptedException {
        return run(List.of(), environment);
    }

    private String run(List<String> given, Map<String, String> environment) throws IOException, InterruptedException {
        Files.createDirectories(SCREENSHOTS);
        var output = SCREENSHOTS.resolveSibling(folder.substring(folder.lastIndexOf('/') + 1) + "-"
                + Path.of(script[0]).getFileName() + ".log");
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(script));
        command.addAll(given);
        var builder = new ProcessBuilder(command)
                .directory(RunningPlatform.ROOT.resolve(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(6, TimeUnit.MINUTES)) process.destroyForcibly();
        var said = Files.readString(output);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
