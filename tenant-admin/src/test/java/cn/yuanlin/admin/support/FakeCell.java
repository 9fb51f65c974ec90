package cn.yuanlin.admin.support;

import cn.yuanlin.admin.support.FakeHttp.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A cell's internal API in memory: it keeps the rules of the real one, counts, and can be made to fail. */
public final class FakeCell {
    private final FakeHttp http = new FakeHttp();
    private final Map<UUID, FakeTenant> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger schemasMade = new AtomicInteger();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> distrusted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Predicate<String> broken = path -> false;
    private volatile Predicate<String> refusing = path -> false;
    private volatile int version = 1;
    private volatile List<Map<String, Object>> shops = List.of();
    private final Set<UUID> closed = ConcurrentHashMap.newKeySet();
    private volatile List<Map<String, Object>> hindrances = List.of();
    private volatile FakeExport export = FakeExport.WHOLE;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    public FakeCell() {
        var estate = "/internal/estates/([^/]+)";
        var workbook = estate + "/workbooks/([^/]+)";
        on("GET", "/internal/schema-version", request -> Answer.ok(Map.of("current", version, "minimum", 1)));
        on("GET", "/internal/workbook-template", request -> Answer.ok("template".getBytes()));
        on("PUT", estate, request -> {
            var entry = request.json();
            var tenant = tenants.computeIfAbsent(id(request), it -> new FakeTenant());
            tenant.schema = entry.path("schema").asString();
            tenant.slug = entry.path("slug").asString();
            tenant.community = entry.path("communityName").asString();
            return new Answer(204, null);
        });
        on("GET", estate, with((request, tenant) -> {
            var bare = "bare=true".equals(request.query());
            if (!bare && !tenant.countable) {
                return new Answer(500, null);
            }
            var view = new LinkedHashMap<String, Object>();
            view.put("id", request.part(1));
            view.put("slug", tenant.slug);
            view.put("schema", tenant.schema);
            view.put("state", tenant.state);
            view.put("schemaVersion", tenant.schemaVersion);
            view.put("registeredAt", tenant.registeredAt.toString());
            view.put("archivePassphraseTaken", bare ? null : tenant.passphraseTaken);
            return Answer.ok(view);
        }));
        on("DELETE", estate, with((request, tenant) -> {
            if (Set.of("ACTIVE", "SUSPENDED").contains(tenant.state)) {
                return Answer.problem(409, "运行中的小区不能删除");
            }
            if (!Set.of("", "registeredAt=" + tenant.registeredAt).contains(request.query())) {
                return Answer.problem(404, "没有找到该小区");
            }
            tenants.remove(id(request));
            return new Answer(204, null);
        }));
        on("PUT", estate + "/schema", with((request, tenant) -> {
            synchronized (tenant) {
                if (tenant.schemaVersion == null) {
                    schemasMade.incrementAndGet();
                    tenant.schemaVersion = version;
                    tenant.state = "PROVISIONED";
                }
            }
            return Answer.ok(Map.of("schemaVersion", tenant.schemaVersion));
        }));
        on("PUT", estate + "/schema-version", with((request, tenant) -> {
            if (tenant.inUse) {
                request.exchange().getResponseHeaders().set("Retry-After", "5");
                return Answer.problem(409, "数据表正被占用");
            }
            tenant.schemaVersion = version;
            return Answer.ok(Map.of("schemaVersion", tenant.schemaVersion));
        }));
        on("PUT", workbook, with((request, tenant) -> {
            var bytes = request.body();
            var id = UUID.fromString(request.part(2));
            tenant.staged.put(id, bytes.length);
            return Answer.ok(FakeReport.of(id, bytes));
        }));
        on("GET", workbook, with((request, tenant) -> {
            var id = UUID.fromString(request.part(2));
            return tenant.staged.containsKey(id)
                    ? Answer.ok(Map.of("workbook", id, "sizeBytes", tenant.staged.get(id)))
                    : Answer.problem(404, "没有找到这个工作簿，请重新上传。");
        }));
        on("POST", workbook + "/import", with((request, tenant) -> {
            var id = UUID.fromString(request.part(2));
            var done = id.equals(tenant.imported);
            if (tenant.schemaVersion == null) {
                return Answer.problem(409, "没有数据区");
            }
            if (!tenant.staged.containsKey(id) && !done) {
                return Answer.problem(404, "没有找到这个工作簿，请重新上传。");
            }
            tenant.imported = id;
            return Answer.ok(Map.of("counts", Map.of("buildings", 2, "units", 12, "products", 30)));
        }));
        on("GET", workbook + "/shops", with((request, tenant) -> allShops()));
        on("GET", workbook + "/committee-contact", with((request, tenant) -> Answer.ok(Map.of("name", "测试成员"))));
        on("GET", workbook + "/marked-copy", with((request, tenant) -> Answer.ok("marked".getBytes())));
        on("PUT", estate + "/directory", with((request, tenant) -> {
            var body = request.json();
            synchronized (tenant) {
                if (body.path("version").asLong() > tenant.directoryVersion) {
                    tenant.directoryVersion = body.path("version").asLong();
                    tenant.directory = names(body.path("shops"));
                }
            }
            return new Answer(204, null);
        }));
        on("PUT", estate + "/members/([^/]+)", with((request, tenant) -> {
            tenant.members.add(request.part(2));
            return new Answer(204, null);
        }));
        on("PUT", estate + "/state", with((request, tenant) -> {
            var wanted = request.json().path("state").asString();
            if (!FakeTenant.TURNS.get(wanted).contains(tenant.state)) {
                return Answer.problem(409, "单元中的小区状态不允许该操作");
            }
            tenant.state = wanted;
            if (tenant.state.equals("ACTIVE")) {
                tenant.staged.clear();
            }
            return new Answer(204, null);
        }));
        on(
                "GET",
                estate + "/smoke-check",
                with((request, tenant) ->
                        Answer.ok(Map.of("ok", true, "checks", List.of(Map.of("name", "商品", "ok", true))))));
        var rotation = Map.of("stage", "ORDERED", "since", "2026-11-22T04:00:00Z", "orderedAt", "2026-11-22T04:00:00Z");
        on("POST", estate + "/key-rotations", with((request, tenant) -> Answer.ok(rotation)));
        on("GET", estate + "/key-rotations/latest", with((request, tenant) -> Answer.ok(rotation)));
        on("GET", "/internal/people/([^/]+)/hindrances", request -> Answer.ok(Map.of("items", hindrances)));
        on("POST", "/internal/people/([^/]+)/closing", request -> {
            if (hindrances.isEmpty()) {
                closed.add(UUID.fromString(request.part(1)));
            }
            return Answer.ok(Map.of("items", hindrances));
        });
        on("POST", estate + "/export", with((request, tenant) -> export.answer(tenant.slug)));
    }

    public String url() {
        return http.url();
    }

    public Map<UUID, FakeTenant> tenants() {
        return tenants;
    }

    public int schemasMade() {
        return schemasMade.get();
    }

    public int calls(String methodAndPath) {
        return calls.getOrDefault(methodAndPath, new AtomicInteger()).get();
    }

    /** Calls whose {@code METHOD /path} fits the pattern. */
    public int callsLike(String pattern) {
        return calls.entrySet().stream()
                .filter(call -> call.getKey().matches(pattern))
                .mapToInt(call -> call.getValue().get())
                .sum();
    }

    /** The version new schemas and updates reach. */
    public void release(int newVersion) {
        version = newVersion;
    }

    public void shops(int count) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var number = 1; number <= count; number++) {
            rows.add(Map.of("name", "小店" + number, "kind", "餐饮", "address", number + "号", "services", List.of("外卖")));
        }
        shops = rows;
    }

    /** The next workbooks have one shop, at No. 1, with that phone. */
    public void shopWithPhone(String name, String phone) {
        shops = List.of(
                Map.of("name", name, "kind", "餐饮", "phone", phone, "address", "1号", "services", List.of("外卖", "堂食")));
    }

    /** Nobody may leave this estate. */
    public void holdEverybody(String estate, String why) {
        hindrances = List.of(Map.of("estate", estate, "why", why));
    }

    public void holdNobody() {
        hindrances = List.of();
    }

    /** Residents whose accounts ended here. */
    public Set<UUID> closed() {
        return closed;
    }

    public void exportAs(FakeExport kind) {
        export = kind;
    }

    public void goAway() {
        away.set(true);
    }

    public void comeBack() {
        away.set(false);
    }

    /** The realm has other keys now: the tokens that came so far are worth nothing. */
    public void distrustTokensSoFar() {
        distrusted.addAll(seen);
    }

    /** Requests whose {@code METHOD /path} fits are answered 503. */
    public void breakWhere(Predicate<String> request) {
        broken = request;
    }

    /** Requests whose {@code METHOD /path} fits are answered 409. */
    public void refuseWhere(Predicate<String> request) {
        refusing = request;
    }

    private Answer allShops() {
        var answer = new HashMap<String, Object>();
        answer.put("items", shops);
        answer.put("next", null);
        return Answer.ok(answer);
    }

    private interface TenantHandler {
        Answer answer(FakeHttp.Request request, FakeTenant tenant) throws IOException;
    }

    private FakeHttp.Handler with(TenantHandler handler) {
        return request -> {
            var tenant = tenants.get(id(request));
            return tenant == null ? Answer.problem(404, "没有找到该小区") : handler.answer(request, tenant);
        };
    }

    private void on(String method, String path, FakeHttp.Handler handler) {
        http.on(method, path, request -> {
            var call = method + " " + request.exchange().getRequestURI().getPath();
            calls.computeIfAbsent(call, it -> new AtomicInteger()).incrementAndGet();
            var token = String.valueOf(request.exchange().getRequestHeaders().getFirst("Authorization"));
            if (distrusted.contains(token)) {
                return new Answer(401, null);
            }
            seen.add(token);
            if (away.get() || broken.test(call)) {
                return new Answer(503, null);
            }
            return refusing.test(call) ? Answer.problem(409, "单元说不行") : handler.answer(request);
        });
    }

    private static UUID id(FakeHttp.Request request) {
        return UUID.fromString(request.part(1));
    }

    private static List<String> names(JsonNode shops) {
        var names = new ArrayList<String>();
        shops.forEach(shop -> names.add(shop.path("name").asString()));
        return names;
    }
}
