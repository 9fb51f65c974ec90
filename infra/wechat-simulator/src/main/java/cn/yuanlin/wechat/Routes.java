package cn.yuanlin.wechat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which request is answered by what. */
final class Routes {
    private record Route(String method, List<String> segments, Function<Request, Answer> handler) {
        /** The variables' values, if this is the request's route. */
        Optional<Map<String, String>> match(Request request, List<String> asked) {
            if (!method.equals(request.method()) || segments.size() != asked.size()) {
                return Optional.empty();
            }
            var variables = new HashMap<String, String>();
            for (var i = 0; i < asked.size(); i++) {
                var segment = segments.get(i);
                if (segment.startsWith("{")) {
                    variables.put(segment.substring(1, segment.length() - 1), asked.get(i));
                } else if (!segment.equals(asked.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    /** @param path segments in braces take any value: {@code /_simulator/people/{person}} */
    void on(String method, String path, Function<Request, Answer> handler) {
        routes.add(new Route(method, segments(path), handler));
    }

    Answer answer(Request request) {
        var asked = segments(request.path());
        for (var route : routes) {
            var variables = route.match(request, asked);
            if (variables.isPresent()) {
                return route.handler().apply(request.with(variables.get()));
            }
        }
        return Answer.notFound(request.method() + " " + request.path());
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
