package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script of a front end that drives Chromium.
 *
 * @param folder the front end's, below the checkout
 * @param script below that
 */
record NodeScript(String folder, String script) {
    /** Where scripts put their pictures. */
    static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();

    /** @return what the script said; it must have ended well */
    String run(Map<String, ?> given) throws IOException, InterruptedException {
        Files.createDirectories(SCREENSHOTS);
        var output = SCREENSHOTS.resolveSibling(folder.substring(folder.lastIndexOf('/') + 1) + "-browser.log");
        var process = new ProcessBuilder("node", script, JsonMapper.shared().writeValueAsString(given))
                .directory(RunningPlatform.ROOT.resolve(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(6, TimeUnit.MINUTES)) process.destroyForcibly();
        var said = Files.readString(output);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
