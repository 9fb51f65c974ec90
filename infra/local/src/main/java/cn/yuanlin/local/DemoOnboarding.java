package cn.yuanlin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Takes one estate from wherever it stands to ACTIVE. */
record DemoOnboarding(OfficeClient clerk, String id, DemoPlan.Estate wanted, Path workbook, Progress progress) {
    private static final Duration RUN = Duration.ofMinutes(10);

    /** @throws LocalException naming the step that failed */
    void untilActive() {
        if (state().equals("APPLIED")) {
            clerk.post("/estates/" + id + "/verification", Map.of());
        }
        if (state().equals("VERIFIED")) {
            start();
        }
        if (!state().equals("ACTIVE")) {
            finishRun();
        }
    }

    private String state() {
        return clerk.get("/estates/" + id).get("state").asString();
    }

    private void start() {
        var begun = System.nanoTime();
        var uploaded = clerk.upload("/estates/" + id + "/workbooks", workbook);
        var report = uploaded.get("report");
        if (!report.path("importable").asBoolean(false)) {
            throw new LocalException("The demo's workbook " + workbook.getFileName() + " is not importable: " + report);
        }
        progress.say(wanted.name() + ": workbook read and checked in " + seconds(begun));
        clerk.post(
                "/estates/" + id + "/onboarding-runs",
                Map.of("workbookId", uploaded.get("id").asString()));
    }

    private void finishRun() {
        var begun = System.nanoTime();
        var run = lastRun();
        if (run.get("state").asString().equals("FAILED")) {
            clerk.post("/onboarding-runs/" + run.get("id").asString() + "/retry", Map.of());
        }
        Waiting.until(RUN, wanted.name() + " to become active", Duration.ofMillis(500), () -> {
            var now = clerk.get("/onboarding-runs/" + run.get("id").asString());
            if (now.get("state").asString().equals("FAILED")) {
                throw new LocalException(wanted.name() + " was not onboarded: " + failure(now));
            }
            return now.get("state").asString().equals("DONE");
        });
        progress.say(wanted.name() + ": onboarded in " + seconds(begun));
    }

    private JsonNode lastRun() {
        var run = clerk.get("/estates/" + id).path("run");
        if (!run.isObject()) {
            throw new LocalException(wanted.name() + " is " + state() + ", yet has no run; see the console");
        }
        return clerk.get("/onboarding-runs/" + run.get("id").asString());
    }

    private static String failure(JsonNode run) {
        return run.get("steps")
                .valueStream()
                .filter(step -> step.get("state").asString().equals("FAILED"))
                .map(step ->
                        step.get("step").asString() + ": " + step.path("detail").asString(""))
                .findFirst()
                .orElse(run.toString());
    }

    private static String seconds(long begunNanos) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begunNanos) / 1e9);
    }
}
