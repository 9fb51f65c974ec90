package cn.yuanlin.admin.cell;

import cn.yuanlin.admin.keycloak.ServiceToken;
import cn.yuanlin.admin.shared.RequestId;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One call to a cell: signed, and its failures told apart into "later" and "never". */
@Component
class CellCall {
    private static final int DETAIL_BYTES = 64 * 1024;

    private final ServiceToken tokens;
    private final JsonMapper json;

    CellCall(ServiceToken tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /** Runs one call with this service's token, and judges how it fails. */
    <T extends @Nullable Object> T of(String cell, Function<String, T> call) {
        var token = tokens.bearer();
        try {
            return call.apply(token);
        } catch (Failed failed) {
            if (failed.status == 401) {
                tokens.discard(token);
            }
            if (failed.passing) {
                throw new CellUnavailable(cell, failed.status, failed.detail);
            }
            throw new CellRefused(cell, failed.status, failed.detail);
        } catch (RestClientException unreachable) {
            throw new CellUnavailable(cell, unreachable);
        }
    }

    void sign(HttpHeaders headers, String token) {
        headers.setBearerAuth(token);
        RequestId.current().ifPresent(id -> headers.set(RequestId.HEADER, id));
    }

    <T> T present(String cell, @Nullable T answer) {
        if (answer == null) {
            throw new CellUnavailable(cell, "it answered without a body");
        }
        return answer;
    }

    Failed failure(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        return new Failed(status, detail(response, status), passing(response, status));
    }

    /** Also 401: the realm may have changed its keys, and the next token has them. */
    private static boolean passing(ClientHttpResponse response, int status) {
        return status >= 500
                || status == 401
                || status == 408
                || status == 429
                || response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
    }

    private String detail(ClientHttpResponse response, int status) throws IOException {
        try {
            var detail =
                    json.readTree(response.getBody().readNBytes(DETAIL_BYTES)).path("detail");
            return detail.isString() ? detail.asString() : "单元答复 " + status;
        } catch (JacksonException notAProblem) {
            return "单元答复 " + status;
        }
    }

    /** An error answer, not yet judged. */
    static final class Failed extends RuntimeException {
        private final int status;
        private final String detail;
        private final boolean passing;

        Failed(int status, String detail, boolean passing) {
            super("answered " + status, null, false, false);
            this.status = status;
            this.detail = detail;
            this.passing = passing;
        }
    }
}
