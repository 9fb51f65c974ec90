package cn.yuanlin.gateway.frontend;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One front end, served from the directory it was built into. */
final class FrontEnd {
    private static final String INDEX = "index.html";
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** What the builds write: a name, a hash of the content, an ending. */
    private static final Pattern HASHED = Pattern.compile("assets/.+[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

    private static final Map<String, MediaType> TYPES = Map.ofEntries(
            Map.entry("html", MediaType.parseMediaType("text/html;charset=UTF-8")),
            Map.entry("js", MediaType.parseMediaType("text/javascript;charset=UTF-8")),
            Map.entry("css", MediaType.parseMediaType("text/css;charset=UTF-8")),
            Map.entry("json", MediaType.APPLICATION_JSON),
            Map.entry("webmanifest", MediaType.parseMediaType("application/manifest+json")),
            Map.entry("svg", MediaType.parseMediaType("image/svg+xml")),
            Map.entry("png", MediaType.IMAGE_PNG),
            Map.entry("jpg", MediaType.IMAGE_JPEG),
            Map.entry("webp", MediaType.parseMediaType("image/webp")),
            Map.entry("ico", MediaType.parseMediaType("image/x-icon")),
            Map.entry("woff2", MediaType.parseMediaType("font/woff2")),
            Map.entry("txt", MediaType.parseMediaType("text/plain;charset=UTF-8")));

    private record Encoding(String name, String suffix) {}

    /** Best first. */
    private static final List<Encoding> ENCODINGS = List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"));

    private final @Nullable StaticFiles files;

    /** @param directory null or empty: this front end is not here, and nothing of it is found */
    FrontEnd(@Nullable Path directory) {
        this.files = directory == null || directory.toString().isEmpty() ? null : new StaticFiles(directory);
    }

    boolean isHere() {
        return files != null;
    }

    /** @param path below the front end's own, without a leading slash, percent-encoded as it came */
    Mono<ServerResponse> file(String path, ServerRequest request) {
        return files == null
                ? missing()
                : files.find(path)
                        .map(file -> serve(files, file, path, request))
                        .orElseGet(FrontEnd::missing);
    }

    /** The page in which the front end's own script decides what to show. */
    Mono<ServerResponse> index(ServerRequest request) {
        return file(INDEX, request);
    }

    /** A file, or the page for what looks like one. */
    Mono<ServerResponse> fileOrPage(String path, ServerRequest request) {
        var there = files != null && files.find(path).isPresent();
        return there || !looksLikePage(path) ? file(path, request) : index(request);
    }

    /** A missing script must be a 404, not a page: a browser would take it for one and say something odd. */
    private static boolean looksLikePage(String path) {
        return !path.substring(path.lastIndexOf('/') + 1).contains(".");
    }

    private static Mono<ServerResponse> missing() {
        return Mono.error(new ProblemException(Problem.NOT_FOUND));
    }

    private static Mono<ServerResponse> serve(StaticFiles files, Path file, String path, ServerRequest request) {
        var accepted = request.headers().header(HttpHeaders.ACCEPT_ENCODING);
        for (var encoding : ENCODINGS) {
            var compressed = accepts(accepted, encoding.name()) ? files.beside(file, encoding.suffix()) : null;
            if (compressed != null && compressed.isPresent()) {
                return send(compressed.get(), file, path, encoding.name(), request);
            }
        }
        return send(file, file, path, null, request);
    }

    private static Mono<ServerResponse> send(
            Path sent, Path named, String path, @Nullable String encoding, ServerRequest request) {
        Instant changed;
        long size;
        String tag;
        try {
            changed = Files.getLastModifiedTime(sent).toInstant();
            size = Files.size(sent);
            tag = "W/\"" + Long.toHexString(size) + "-" + Long.toHexString(changed.toEpochMilli()) + "\"";
        } catch (IOException gone) {
            return missing();
        }
        var answer = ServerResponse.ok()
                .cacheControl(HASHED.matcher(path).matches() ? FOREVER : CacheControl.noCache())
                .contentType(typeOf(named))
                .eTag(tag)
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (encoding != null) {
            answer.header(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        // A file sent without a copy goes past the filter that withholds a HEAD's body: it must not be sent at all.
        var whole = request.method() == HttpMethod.HEAD
                ? answer.contentLength(size).build()
                : answer.body(BodyInserters.fromResource(new FileSystemResource(sent)));
        return request.checkNotModified(changed, tag).switchIfEmpty(whole);
    }

    private static boolean accepts(List<String> headers, String encoding) {
        for (var header : headers) {
            for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                var pieces = part.strip().split("\\s*;\\s*", -1);
                if (pieces[0].equals(encoding)) {
                    return pieces.length == 1 || !pieces[1].matches("q=0(\\.0*)?");
                }
            }
        }
        return false;
    }

    private static MediaType typeOf(Path file) {
        var name = file.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
    }
}
