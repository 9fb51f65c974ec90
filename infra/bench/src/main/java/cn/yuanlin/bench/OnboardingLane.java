package cn.yuanlin.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Takes estates from the application to the open public page, as a clerk's console does, and keeps what each part took. */
record OnboardingLane(Door control, Door estates, WorkbookCopy workbook, Clock clock) {
    static final String WHOLE = "**apply to ACTIVE**";
    static final String FLOOR = "floor of SCHEMA: the same as one plain script";
    /** As often as a console looks, about; when things happened is taken from the run's record, not from seeing it. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    static String step(String name) {
        return "— step " + name;
    }

    void onboard(int number, String community, Grid grid, int atOnce) {
        var name = "测试小区" + number;
        var slug = "bench-estate-" + number;
        var copy = workbook.named(name);
        var begun = clock.instant();
        var estate = timed(
                grid,
                "apply (POST)",
                atOnce,
                () -> control.post("/estates", Map.of("name", name, "slug", slug, "communityId", community)));
        var path = "/estates/" + estate.path("id").asString();
        timed(grid, "verify (POST)", atOnce, () -> control.post(path + "/verification", Map.of()));
        var uploaded = timed(
                grid, "upload and check the workbook (POST)", atOnce, () -> control.upload(path + "/workbooks", copy));
        if (!uploaded.path("report").path("importable").asBoolean(false)) {
            throw new IllegalStateException("The workbook is not importable: " + uploaded.path("report"));
        }
        var order = Map.of("workbookId", uploaded.path("id").asString());
        var run = timed(grid, "order the run (POST)", atOnce, () -> control.post(path + "/onboarding-runs", order));
        var done = awaitDone("/onboarding-runs/" + run.path("id").asString());
        keep(done, grid, atOnce);
        grid.add(WHOLE, atOnce, Duration.between(begun, at(done, "endedAt")));
        Await.until(LOOK_EVERY, () -> estates.look(slug), status -> status == 200);
        grid.add(
                "ACTIVE to first public answer at the gateway",
                atOnce,
                Duration.between(at(done, "endedAt"), clock.instant()));
    }

    /** What the run recorded of itself. */
    private static void keep(JsonNode run, Grid grid, int atOnce) {
        var steps = run.path("steps");
        var begun = at(run, "startedAt");
        var wait = Duration.between(begun, at(steps.path(0), "startedAt"));
        var worked = Duration.ZERO;
        grid.add("run ordered to first step", atOnce, wait);
        for (var step : steps) {
            var took = Duration.between(at(step, "startedAt"), at(step, "endedAt"));
            grid.add(step(step.path("step").asString()), atOnce, took);
            worked = worked.plus(took);
        }
        var whole = Duration.between(begun, at(run, "endedAt"));
        grid.add("between steps, all", atOnce, whole.minus(wait).minus(worked));
        grid.add("**run, as recorded**", atOnce, whole);
    }

    private JsonNode awaitDone(String path) {
        var run = Await.until(
                LOOK_EVERY, () -> control.get(path), seen -> !state(seen).equals("RUNNING"));
        if (!state(run).equals("DONE")) throw new IllegalStateException("The run is not done: " + run);
        return run;
    }

    private static String state(JsonNode run) {
        return run.path("state").asString();
    }

    private static <T> T timed(Grid grid, String what, int atOnce, Supplier<T> work) {
        var begun = System.nanoTime();
        var result = work.get();
        grid.add(what, atOnce, Duration.ofNanos(System.nanoTime() - begun));
        return result;
    }

    private static Instant at(JsonNode node, String field) {
        return Instant.parse(node.path(field).asString());
    }
}
