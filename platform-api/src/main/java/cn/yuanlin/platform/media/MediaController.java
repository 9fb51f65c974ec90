package cn.yuanlin.platform.media;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.media.file.CleanFile;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Uploads, also of those who are nobody here yet and hand in evidence. Who may read is the owning record's to say; who may not is told nothing. */
@RestController
@RequestMapping("/api/estates/{slug}/media")
@Access(Level.SIGNED_IN)
class MediaController {
    // Read and thrown away so that the client, still sending, gets to hear the answer.
    private static final long DRAINED = 2L * Uploads.MAX_BYTES;

    private final Uploads uploads;
    private final MediaFiles files;

    /** @param width in pixels, as {@code height}; 0 for a document */
    record Uploaded(UUID id, Media.Kind kind, int width, int height, long bytes) {
        static Uploaded of(Media media) {
            return new Uploaded(media.id(), media.kind(), media.width(), media.height(), media.bytes());
        }
    }

    MediaController(Uploads uploads, MediaFiles files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** At most 12 MB: a JPEG, PNG or WebP picture, or a PDF. Nobody but the sender sees it until a record takes it, within a day. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    Uploaded uploadMedia(Caller caller, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Uploads.MAX_BYTES) throw tooLarge(request);
        return switch (uploads.take(request.getInputStream(), caller)) {
            case Uploads.Outcome.Taken(var media) -> Uploaded.of(media);
            case Uploads.Outcome.TooLarge() -> throw tooLarge(request);
            case Uploads.Outcome.TooManyLoose() ->
                throw MediaProblem.TOO_MANY_LOOSE.problem().raise();
            case Uploads.Outcome.Refused(var why) ->
                throw MediaProblem.REFUSED
                        .problem()
                        .detail(why.words())
                        .with("reason", why.name())
                        .raise();
        };
    }

    @GetMapping("/{media}")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = CleanFile.JPEG, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CleanFile.PDF, schema = @Schema(type = "string", format = "binary"))
            })
    void readMedia(@PathVariable UUID media, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = files.find(media, caller)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
        send(found, Part.CONTENT, found.contentType(), request, response);
    }

    /** At most 400 pixels wide and high; a document has none. */
    @GetMapping("/{media}/thumbnail")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = CleanFile.JPEG, schema = @Schema(type = "string", format = "binary")))
    void readThumbnail(
            @PathVariable UUID media, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = files.find(media, caller)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
        send(found, Part.THUMBNAIL, CleanFile.JPEG, request, response);
    }

    /** Asked again each time, because access may have ended; sent again only if the phone hasn't it. */
    private void send(
            Media media, Part part, String contentType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = "\"%s.%s\"".formatted(media.id(), part);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            addHeaders(response, media, tag);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        var plain = files.open(media, part);
        if (plain.isEmpty()) throw CommonProblem.NOT_FOUND.problem().raise();
        try (var source = plain.get()) {
            addHeaders(response, media, tag);
            response.setContentType(contentType);
            source.transferTo(response.getOutputStream());
        }
    }

    private static void addHeaders(HttpServletResponse response, Media media, String tag) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Content-Disposition", media.kind() == Media.Kind.DOCUMENT ? "attachment" : "inline");
    }

    private static ProblemException tooLarge(HttpServletRequest request) throws IOException {
        var in = request.getInputStream();
        var buffer = new byte[1 << 16];
        long drained = 0;
        for (int read = in.read(buffer); read >= 0 && drained < DRAINED; read = in.read(buffer)) drained += read;
        return MediaProblem.TOO_LARGE.problem().raise();
    }
}
