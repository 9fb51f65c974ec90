package cn.yuanlin.wechat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it came.
 *
 * @param variables values of the path's segments in braces, by name
 */
record Request(String method, String path, Map<String, String> query, Map<String, String> variables, String body) {
    static Request of(String method, String path, @Nullable String rawQuery, String body) {
        return new Request(method, path, parse(rawQuery), Map.of(), body);
    }

    private static Map<String, String> parse(@Nullable String rawQuery) {
        var query = new HashMap<String, String>();
        if (rawQuery != null) {
            for (var pair : rawQuery.split("&", -1)) {
                var parts = pair.split("=", 2);
                query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Request with(Map<String, String> values) {
        return new Request(method, path, query, values, body);
    }

    /** Empty if it was not given. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** @throws IllegalArgumentException if the route has no such variable */
    String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No {" + name + "} in the route of " + path);
        }
        return value;
    }

    /** @throws tools.jackson.core.JacksonException if the body is not JSON */
    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The text of a field; empty if it is missing or no scalar. */
    String text(String field) {
        return json().path(field).asString("");
    }
}
